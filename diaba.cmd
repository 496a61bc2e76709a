@echo off
rem Starts Dia Ba from a checkout: builds what is missing or stale with Maven, quietly, then starts Java.
rem Java on Windows reads its class path in the system's code page: short names (8.3) keep Vietnamese letters out of it.
rem Needs JDK 17 or newer, and Maven 3.8 or newer to build. The staleness check is PowerShell's; see "diaba" for its twin.
setlocal EnableExtensions DisableDelayedExpansion
for /f "tokens=2 delims=:." %%c in ('chcp') do set "DIABA_CODEPAGE=%%c"
chcp 65001 >nul
set "DIABA_TOP=%~dp0"
set "DIABA_TOP=%DIABA_TOP:~0,-1%"
set "DIABA_BUILT=%DIABA_TOP%\app\target\diaba"

set "DIABA_JAVA=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "DIABA_JAVA=%JAVA_HOME%\bin\java.exe"
set "DIABA_FEATURE=0"
for /f "tokens=3" %%v in ('""%DIABA_JAVA%" -version 2^>^&1 ^| findstr /i /c:" version ""') do set "DIABA_FULL=%%~v"
for /f "tokens=1 delims=.-+" %%m in ("%DIABA_FULL%") do set "DIABA_FEATURE=%%m"
if %DIABA_FEATURE% LSS 17 (
  echo Địa Bạ cần JDK 17 trở lên; hãy cài rồi đặt JAVA_HOME. / Địa Bạ needs JDK 17 or newer; install one and set JAVA_HOME. 1>&2
  set "DIABA_EXIT=3"
  goto end
)

powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$t=$env:DIABA_TOP; $b=$env:DIABA_BUILT; $s=Join-Path $b 'stamp';" ^
  "if (-not (Test-Path -LiteralPath $s) -or -not (Test-Path -LiteralPath (Join-Path $b 'classpath'))) { exit 1 };" ^
  "if ((Get-Content -LiteralPath $s -Encoding UTF8 -First 1) -ne $t) { exit 1 };" ^
  "$w=(Get-Item -LiteralPath $s).LastWriteTimeUtc;" ^
  "$d=@(Get-ChildItem -LiteralPath $t -Directory | ForEach-Object { Join-Path $_.FullName 'src\main' } | Where-Object { Test-Path -LiteralPath $_ });" ^
  "$f=@(Get-ChildItem -LiteralPath $t -Filter pom.xml) + @(Get-ChildItem -Path (Join-Path ([WildcardPattern]::Escape($t)) '*\pom.xml')) + @($d | ForEach-Object { Get-ChildItem -LiteralPath $_ -Recurse });" ^
  "if ($f | Where-Object { $_.LastWriteTimeUtc -gt $w } | Select-Object -First 1) { exit 1 } else { exit 0 }"
if not errorlevel 1 goto start

where mvn >nul 2>nul
if errorlevel 1 (
  echo Để dựng Địa Bạ cần Maven 3.8 trở lên; hãy cài và thêm vào PATH. / Building needs Maven 3.8 or newer on the PATH. 1>&2
  set "DIABA_EXIT=3"
  goto end
)
echo Đang dựng chương trình; lần đầu có thể mất vài phút… / Building the program; the first time takes some minutes… 1>&2
if not exist "%DIABA_BUILT%\lib" mkdir "%DIABA_BUILT%\lib"
del /q "%DIABA_BUILT%\stamp" 2>nul
powershell -NoProfile -Command "[IO.File]::WriteAllText((Join-Path $env:DIABA_BUILT 'stamp.new'), $env:DIABA_TOP)"
pushd "%DIABA_TOP%"
call mvn -B -ntp -q -o -DskipTests -Denforcer.skip=true -pl app -am package >app\target\diaba-build.log 2>&1
if errorlevel 1 call mvn -B -ntp -q -DskipTests -Denforcer.skip=true -pl app -am package >app\target\diaba-build.log 2>&1
set "DIABA_EXIT=%ERRORLEVEL%"
popd
if not "%DIABA_EXIT%"=="0" (
  echo Dựng chương trình không thành; xem %DIABA_TOP%\app\target\diaba-build.log. / The build failed; see that file. 1>&2
  set "DIABA_EXIT=3"
  goto end
)
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$ErrorActionPreference='Stop'; $t=$env:DIABA_TOP; $b=$env:DIABA_BUILT; $l=Join-Path $b 'lib';" ^
  "$c=(Get-Content -LiteralPath (Join-Path $t 'app\target\classpath.txt') -Encoding UTF8 -Raw).Trim().Split(';');" ^
  "$a=(Get-ChildItem -Path (Join-Path ([WildcardPattern]::Escape($t)) 'app\target\app-*.jar') | Select-Object -First 1).FullName;" ^
  "$n=New-Object -ComObject Scripting.FileSystemObject;" ^
  "$p=@($a)+$c | ForEach-Object { if ($_.StartsWith($t)) { Copy-Item -LiteralPath $_ -Destination $l -Force; Join-Path $l (Split-Path $_ -Leaf) } else { $_ } } | ForEach-Object { $n.GetFile($_).ShortPath };" ^
  "$q=[char]34; $o='-cp '+$q+(($p -join ';').Replace('\','\\'))+$q;" ^
  "[IO.File]::WriteAllText((Join-Path $b 'classpath'), $o);" ^
  "Move-Item -LiteralPath (Join-Path $b 'stamp.new') -Destination (Join-Path $b 'stamp') -Force"
if errorlevel 1 (
  set "DIABA_EXIT=3"
  goto end
)

:start
for %%f in ("%DIABA_BUILT%\classpath") do set "DIABA_PATHS=%%~sf"
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
  %DIABA_JAVA_OPTIONS% "@%DIABA_PATHS%" vn.diaba.app.Launcher %*
set "DIABA_EXIT=%ERRORLEVEL%"

:end
chcp %DIABA_CODEPAGE% >nul
exit /b %DIABA_EXIT%
