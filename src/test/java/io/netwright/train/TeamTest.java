package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TeamTest {

    @Test
    void everyPartRunsOnceARoundAndIsSeenAfterIt() throws InterruptedException {
        try (var team = new Team(3)) {
            int[] rounds = new int[3];
            for (int round = 1; round <= 5000; round++) {
                team.run(part -> rounds[part]++);
                for (int part = 0; part < 3; part++) {
                    assertEquals(round, rounds[part]);
                }
                if (round % 1000 == 0) {
                    Thread.sleep(1); // long enough for the others to go to sleep
                }
            }
        }
    }

    @Test
    void whatAPartThrowsReachesTheCallerAndTheTeamGoesOn() {
        try (var team = new Team(2)) {
            for (int failing = 0; failing < 2; failing++) {
                int part = failing;
                assertThrows(
                        IllegalStateException.class,
                        () -> team.run(p -> {
                            if (p == part) {
                                throw new IllegalStateException("part " + p);
                            }
                        }));
            }
            int[] ran = new int[2];
            team.run(p -> ran[p]++);
            assertEquals(2, ran[0] + ran[1]);
        }
    }
}
