package io.netwright.exchange.safetensors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.text.Messages;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that lie are refused with the place, before any of their numbers are believed.
class HostileSafeTensorsTest {

    @TempDir
    Path folder;

    /// Header (single quotes for double ones), bytes of data behind it, the message's key, and the place.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []                                                                                    | 0  | json      | header
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}                                 | 4  | json      | header
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} {}                             | 4  | json      | header
        {'a':}                                                                                | 0  | json      | header
        {'a':7}                                                                               | 0  | field     | a.dtype
        {'a':{'shape':[1],'data_offsets':[0,4]}}                                              | 4  | field     | a.dtype
        {'a':{'dtype':4,'shape':[1],'data_offsets':[0,4]}}                                    | 4  | field     | a.dtype
        {'a':{'dtype':'F8_E4M3','shape':[1],'data_offsets':[0,1]}}                            | 1  | dtype     | a
        {'a':{'dtype':'F32','data_offsets':[0,4]}}                                            | 4  | field     | a.shape
        {'a':{'dtype':'F32','shape':4,'data_offsets':[0,4]}}                                  | 4  | field     | a.shape
        {'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}}                               | 4  | field     | a.shape
        {'a':{'dtype':'F32','shape':[1.0],'data_offsets':[0,4]}}                              | 4  | field     | a.shape
        {'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,4]}}             | 4  | field     | a.shape
        {'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,0]}}            | 0  | tooLarge  | a
        {'a':{'dtype':'F32','shape':[4611686018427387904],'data_offsets':[0,0]}}              | 0  | tooLarge  | a
        {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}}                                | 4  | size      | a
        {'a':{'dtype':'F32','shape':[0],'data_offsets':[0,4]}}                                | 4  | size      | a
        {'a':{'dtype':'F32','shape':[1]}}                                                     | 4  | field     | a.data_offsets
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[4]}}                                  | 4  | field     | a.data_offsets
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}}                                | 4  | field     | a.data_offsets
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[-4,0]}}                               | 4  | field     | a.data_offsets
        {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}                                | 4  | cutOff    | a
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[9223372036854775803,9223372036854775807]}} | 4  | cutOff    | a
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}   | 4  | overlap | b.data_offsets
        {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}   | 8  | overlap | b.data_offsets
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[8,12]}}  | 12 | hole    | b.data_offsets
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}                                | 8  | hole      | a.data_offsets
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}                                | 5  | hole      | ``
        {}                                                                                    | 3  | hole      | ``
        {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}   | 8  | duplicate | a
        {'a':{'dtype':'F32','shape':[1],'shape':[2],'data_offsets':[0,4]}}                    | 4  | duplicate | a.shape
        {'__metadata__':{'x':1}}                                                              | 0  | metadata  | __metadata__
        {'__metadata__':[]}                                                                   | 0  | metadata  | __metadata__
        {'__metadata__':{'x':'1','x':'2'}}                                                    | 0  | duplicate | __metadata__.x
        """)
    void aHeaderThatLiesIsRefusedWithThePlace(String header, int data, String key, String place) throws IOException {
        byte[] text = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        refused(file(text.length, text, data), "exchange.safetensors." + key, place);
    }

    @Test
    void lengthsThatCannotBeAreRefused() throws IOException {
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        for (long length : new long[] {3, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            refused(file(length, text, 0), "exchange.safetensors.length", "header");
        }
        Path cut = Files.write(folder.resolve("cut"), new byte[] {2, 0, 0});
        refused(cut, "exchange.safetensors.short", "header");
    }

    @Test
    void aHeaderThatIsNoUtf8IsRefused() throws IOException {
        refused(file(4, new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'}, 0), "exchange.safetensors.json", "header");
    }

    @Test
    void deepNestingIsRefusedRatherThanOverflowingTheStack() throws IOException {
        byte[] text = ("{\"a\":{\"x\":" + "[".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        refused(file(text.length, text, 0), "exchange.safetensors.json", "header");
    }

    @Test
    void aFolderAndAMissingFileAreRefusedInWords() {
        refused(folder, "exchange.read.isFolder", "");
        refused(folder.resolve("nowhere"), "exchange.read.missing", "");
    }

    @Test
    void noDamageMakesItFailOtherwise() throws IOException {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                + "\"b\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[16,24]}}";
        byte[] whole = Files.readAllBytes(file(header.length(), header.getBytes(StandardCharsets.UTF_8), 24));
        var random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                damaged[random.nextInt(damaged.length - 24)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try (var reader = SafeTensorsReader.open(file)) {
                reader.tensors().keySet().forEach(reader::values);
            } catch (UserException e) {
                refused++;
            }
        }
        assertTrue(refused > 2_000, "only " + refused + " of 3000 damaged files were refused");
    }

    private void refused(Path file, String key, String place) {
        var e = assertThrows(UserException.class, () -> {
            try (var reader = SafeTensorsReader.open(file)) {
                reader.tensors();
            }
        });
        assertEquals(key, e.what().key());
        assertEquals(file.toString(), e.where().file());
        assertEquals(place == null ? "" : place, e.where().place());
        for (var locale : Messages.LOCALES) {
            var words = Messages.in(locale);
            for (var m : new io.netwright.text.Message[] {e.what(), e.expected(), e.found()}) {
                assertTrue(!words.format(m).contains("!" + m.key()), () -> "no words for " + m.key());
            }
        }
    }

    private Path file(long length, byte[] header, int data) throws IOException {
        var bytes = ByteBuffer.allocate(8 + header.length + data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(header);
        return Files.write(folder.resolve("hostile.safetensors"), bytes.array());
    }
}
