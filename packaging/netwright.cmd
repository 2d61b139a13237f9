@echo off
rem Starts Netwright from a built clone, from any folder: packaging\netwright [ARGUMENTS...]
rem
rem Finds a JDK 25 or newer where the build finds one: JAVA_HOME, %USERPROFILE%\.m2\toolchains.xml, java on the path, and the
rem places where JDKs are usually installed; of several it takes 25, then the newest. Exit code: the program's own, or 3
rem where it cannot be started.
setlocal EnableExtensions DisableDelayedExpansion
for %%D in ("%~dp0..") do set "ROOT=%%~fD"
set "BEST="
set "BEST_VERSION=0"

if defined JAVA_HOME call :consider "%JAVA_HOME%"
if defined BEST goto :found

if exist "%USERPROFILE%\.m2\toolchains.xml" (
    for /f "usebackq tokens=1-3 delims=<>" %%I in ("%USERPROFILE%\.m2\toolchains.xml") do (
        if "%%I"=="jdkHome" call :consider "%%J"
        if "%%J"=="jdkHome" call :consider "%%K"
    )
)
for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%H in ("%%~dp$PATH:J..") do call :consider "%%~fH"
for %%P in (
    "%USERPROFILE%\.jdks"
    "%USERPROFILE%\.m2\jdks"
    "%USERPROFILE%\.gradle\jdks"
    "%USERPROFILE%\.jbang\cache\jdks"
    "%USERPROFILE%\.jabba\jdk"
    "%USERPROFILE%\scoop\apps"
    "%ProgramFiles%\Eclipse Adoptium"
    "%ProgramFiles%\Java"
    "%ProgramFiles%\Amazon Corretto"
    "%ProgramFiles%\BellSoft"
    "%ProgramFiles%\Zulu"
    "%ProgramFiles%\Microsoft"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
) do for /f "delims=" %%H in ('dir /b /ad "%%~P" 2^>nul') do call :consider "%%~P\%%H"

:found
if not defined BEST (
    echo netwright: Java 25 or newer is needed and was not found; get it from https://adoptium.net, or set JAVA_HOME to it. 1>&2
    exit /b 3
)
if not exist "%ROOT%\target\netwright-launch.jar" goto :unbuilt
if not exist "%ROOT%\target\classes\io\netwright\app\Main.class" goto :unbuilt

"%BEST%\bin\java.exe" "@%ROOT%\packaging\jvm.args" -jar "%ROOT%\target\netwright-launch.jar" %*
exit /b %ERRORLEVEL%

:unbuilt
echo netwright: not built yet; run this once: mvn -f "%ROOT%\pom.xml" compile 1>&2
exit /b 3

:consider
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
if not defined VERSION exit /b 0
for /f "tokens=1 delims=.+-" %%M in ("%VERSION%") do set "VERSION=%%M"
if %VERSION% LSS 25 exit /b 0
if %BEST_VERSION% EQU 25 exit /b 0
if %VERSION% EQU 25 goto :take
if %VERSION% LEQ %BEST_VERSION% exit /b 0
:take
set "BEST=%~1"
set "BEST_VERSION=%VERSION%"
exit /b 0
