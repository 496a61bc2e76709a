@echo off
rem Starts Dia Ba. Needs a JDK 17 or newer (64 bit) and nothing else.
rem Java on Windows reads its class path in the system's code page: the short name (8.3) of this folder keeps Vietnamese
rem letters out of it. The program's own jar comes first; its manifest names the others in the right order.
setlocal EnableExtensions DisableDelayedExpansion
for /f "tokens=2 delims=:." %%c in ('chcp') do set "DIABA_CODEPAGE=%%c"
chcp 65001 >nul
set "DIABA_JAVA=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "DIABA_JAVA=%JAVA_HOME%\bin\java.exe"
set "DIABA_FULL=0"
for /f "tokens=3" %%v in ('""%DIABA_JAVA%" -version 2^>^&1 ^| findstr /i /c:" version ""') do set "DIABA_FULL=%%~v"
for /f "tokens=1 delims=.-+" %%m in ("%DIABA_FULL%") do set "DIABA_FEATURE=%%m"
if %DIABA_FEATURE% LSS 17 (
  echo Địa Bạ cần JDK 17 trở lên, bản 64 bit; hãy cài rồi mở lại. / Địa Bạ needs a 64-bit JDK 17 or newer; install it and start again. 1>&2
  chcp %DIABA_CODEPAGE% >nul
  exit /b 3
)
for %%d in ("%~dp0lib") do set "DIABA_LIB=%%~sd"
for %%f in ("%~dp0lib\app-*.jar") do set "DIABA_MAIN=%DIABA_LIB%\%%~nxf"
rem A crash file of the JVM shows pieces of memory, so of persons: it goes to the user's own folder; nothing else is dumped.
set "DIABA_STATE=%LOCALAPPDATA%\diaba\state"
if defined DIABA_HOME set "DIABA_STATE=%DIABA_HOME%\state"
if not exist "%DIABA_STATE%" mkdir "%DIABA_STATE%" 2>nul
set "DIABA_CRASH=-XX:+SuppressFatalErrorMessage"
if exist "%DIABA_STATE%" set "DIABA_CRASH=-XX:ErrorFile=%DIABA_STATE%\crash-%%p.log"
rem A command ends soon: the plain collector and only the first compiler; the window keeps the JVM's own choice.
set "DIABA_ENGINE=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
:word
set "DIABA_WORD=%~1"
if not defined DIABA_WORD goto window
if "%DIABA_WORD%"=="--version" goto launch
if "%DIABA_WORD%"=="--help" goto launch
if "%DIABA_WORD%"=="-h" goto launch
if "%DIABA_WORD%"=="--lang" shift
if "%DIABA_WORD%"=="--case" shift
if "%DIABA_WORD:~0,1%"=="-" (
  shift
  goto word
)
if "%DIABA_WORD%"=="open" goto window
if not "%DIABA_WORD%"=="demo" goto launch
:shown
shift
set "DIABA_WORD=%~1"
if not defined DIABA_WORD goto window
if "%DIABA_WORD%"=="--no-open" goto launch
goto shown
:window
set "DIABA_ENGINE="
:launch
"%DIABA_JAVA%" -Dfile.encoding=UTF-8 -XX:MaxRAMPercentage=40 -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr ^
  -XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash "%DIABA_CRASH%" %DIABA_ENGINE% ^
  %DIABA_JAVA_OPTIONS% -cp "%DIABA_MAIN%;%DIABA_LIB%\*" vn.diaba.app.Launcher %*
set "DIABA_EXIT=%ERRORLEVEL%"
chcp %DIABA_CODEPAGE% >nul
exit /b %DIABA_EXIT%
