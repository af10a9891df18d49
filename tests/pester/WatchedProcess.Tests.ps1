# A watched command as the only line of a process: its exit code is the command's, and its output that of the command alone.
BeforeDiscovery {
    $cases = @(
        @{ What = 'succeeds'; Code = '"fine"'; ExitCode = 0; Told = $null }
        @{ What = 'throws'; Code = '"before"; throw [System.IO.IOException]::new("disk full")'; ExitCode = 1; Told = '*~disk full~*throws.ps1, line 1~*~before~' }
        @{ What = 'writes errors'; Code = 'function Fail { Write-Error own }; Fail; Get-Item ./nowhere; "on"'; ExitCode = 0; Told = $null }
        @{ What = 'exits with 3'; Code = '"x"; exit 3'; ExitCode = 3; Told = '*Exit code: 3*~x~' }
        @{ What = 'writes 100,000 lines'; Code = '1..100000 | ForEach-Object { "line $_" }; exit 1'; ExitCode = 1; Told = "*output:`n~line 99981~`n*~line 100000~" }
        @{ What = 'writes in colours'; Code = 'Write-Host red -ForegroundColor Red; "`e[32mgreen`e[0m"; exit 1'; ExitCode = 1; Told = "*~red~`n~green~" }
        @{ What = 'changes the variable only'; Code = '$global:LASTEXITCODE = 5'; ExitCode = 5; Told = '*Exit code: 5' }
        @{ What = 'runs a program'; Code = 'if ($IsWindows) { cmd /c "echo out& echo err>&2& exit 4" } else { sh -c "echo out; echo err >&2; exit 4" }'; ExitCode = 4; Told = '*Exit code: 4*~err~*' }
        @{ What = 'stops at an error of the engine'; Code = '$ErrorActionPreference = "Stop"; "x"; 1 / $null; "not reached"'; ExitCode = 1; Told = '*divide by zero*engine.ps1, line 1*~x~' }
        @{ What = 'stops at a missing command'; Code = '$ErrorActionPreference = "Stop"; "x"; no-such-command'; ExitCode = 1; Told = '*no-such-command*command.ps1, line 1*~x~' }
        @{ What = 'is not there'; Code = 'no-such-command'; ExitCode = 1; Told = '*Error:*no-such-command*' }
    )
}

Describe 'A process with a watched command' {
    BeforeDiscovery { $signals = $IsLinux }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Recipes.psm1, $PSScriptRoot/Engine.psm1
        $simulator = Start-Simulator
        $import = "Import-Module '$(Get-ModulePath)'"
        function New-Script([string] $Name, [string[]] $Line) { Set-Content "$TestDrive/$Name.ps1" $Line; "$TestDrive/$Name.ps1" }
        function Get-Told([string] $Webhook) {
            @(Get-Received $simulator | Where-Object key -EQ ($Webhook -replace '.*=') | ForEach-Object { $_.Payload.markdown.content -replace '`', '~' })
        }

        # Starts a process with a robot and a state of its own; Wait-Watch returns what came of it
        function Start-Watch([string[]] $Argument) {
            $start = New-EngineStartInfo $Argument
            $webhook = Get-Webhook $simulator
            $start.Environment['WECOM_ROBOT'] = $webhook
            $start.Environment['WECOM_STATE_DIR'] = "$TestDrive/$(New-Guid)"
            $process = [System.Diagnostics.Process]::Start($start)
            @{ Process = $process; Webhook = $webhook; Output = $process.StandardOutput.ReadToEndAsync(); Errors = $process.StandardError.ReadToEndAsync() }
        }

        function Wait-Watch($Running) {
            $Running.Process.WaitForExit()
            [pscustomobject]@{
                ExitCode = $Running.Process.ExitCode
                Output   = $Running.Output.Result
                Errors   = $Running.Errors.Result
                Told     = Get-Told $Running.Webhook
            }
        }
    }

    AfterAll { Stop-Simulator $simulator }

    It 'that <What> ends with <ExitCode>, writes the same, and the group is told' -ForEach $cases {
        $script = New-Script ($What -replace ' ', '-') $Code
        $line = "Watch-WeComCommand -Name job { & '$script' }"
        $running = @(
            Start-Watch '-File', (New-Script alone "& '$script'")
            Start-Watch '-File', (New-Script watched $import, $line)
            Start-Watch '-Command', "$import; $line"
        )
        $alone, $file, $command = $running | ForEach-Object { Wait-Watch $_ }

        $file.ExitCode, $command.ExitCode | Should -Be $ExitCode, $ExitCode
        $file.Output | Should -BeExactly $alone.Output
        $file.Errors | Should -BeExactly $alone.Errors
        $command.Output | Should -BeExactly $alone.Output
        foreach ($told in $file.Told, $command.Told) {
            if ($Told) { $told | Should -BeLike $Told } else { $told | Should -BeNullOrEmpty }
        }
    }

    It 'ends as without a watched command when what reads its output fails' {
        $run = Wait-Watch (Start-Watch '-Command', "$import; Watch-WeComCommand -Name job { 1..3 } | ForEach-Object { throw 'no space left' }; 'after'")

        $run.ExitCode, $run.Output | Should -Be 1, ''
        [regex]::Matches($run.Errors, 'no space left') | Should -HaveCount 1
        $run.Told | Should -BeLike '*no space left*'
    }

    It 'ends with the exit code of exit itself, and nothing runs after it' {
        $run = Wait-Watch (Start-Watch '-Command', "$import; Watch-WeComCommand -Name job { 'x'; exit 3 }; 'after'")

        $run.ExitCode, $run.Output.Trim() | Should -Be 3, 'x'
        $run.Told | Should -BeLike '*Exit code: 3*'
    }

    It 'ends as the rest of it says if it is not the last line: <What>' -ForEach @(
        @{ What = 'a line follows'; Argument = '-Command', '{0}; {1}; "after"'; ExitCode = 0 }
        @{ What = 'a line follows that calls it'; Argument = '-Command', '& "{2}"; "after"'; ExitCode = 0 }
        @{ What = 'it exits'; Argument = '-Command', '{0}; {1}; exit 9'; ExitCode = 9 }
    ) {
        $line = 'Watch-WeComCommand -Name job { $global:LASTEXITCODE = 3 }'
        $script = New-Script last $import, $line
        $start = $Argument -replace '\{0\}', $import -replace '\{1\}', $line.Replace('$', '$$') -replace '\{2\}', $script
        (Wait-Watch (Start-Watch $start)).ExitCode | Should -Be $ExitCode
    }

    It 'leaves the user at the prompt with -NoExit' {
        $start = New-EngineStartInfo '-NoExit', '-Command', "$import; Watch-WeComCommand -Name job -Robot nobody { `$global:LASTEXITCODE = 3 }"
        $null = $start.ArgumentList.Remove('-NonInteractive')
        $start.RedirectStandardInput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        $process.StandardInput.WriteLine('exit 6')
        $null = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()

        $process.ExitCode | Should -Be 6
    }

    It 'ends with its exit code if it is the last line: <What>' -ForEach @(
        @{ What = 'after others, in a function'; Argument = '-File', '{0}' }
        @{ What = 'of a script that -Command runs'; Argument = '-Command', '. "{0}"' }
    ) {
        $script = New-Script task 'param($Code = 3)', $import, 'function Invoke-Task { Watch-WeComCommand -Name job { $global:LASTEXITCODE = $Code } | Out-Host }', '"first"', 'Invoke-Task'
        (Wait-Watch (Start-Watch ($Argument -replace '\{0\}', $script))).ExitCode | Should -Be 3
    }

    It 'of a step of GitHub or Azure fails as the command does' {
        $step = New-Script step '$ErrorActionPreference = ''stop''', $import,
            'Watch-WeComCommand -Name job { if ($IsWindows) { cmd /c "exit 3" } else { sh -c "echo e >&2; exit 3" } }',
            'if ((Test-Path -LiteralPath variable:\LASTEXITCODE)) { exit $LASTEXITCODE }'
        $run = Wait-Watch (Start-Watch '-Command', ". '$step'; exit `$LASTEXITCODE")

        $run.ExitCode | Should -Be 3
        $run.Told | Should -HaveCount 1
    }

    It 'with -FailOnNotification ends with 1 if the group cannot be told, else as if nobody had tried' {
        $line = "$import; Watch-WeComCommand -Name job -On Always -Robot nobody { 'done' }"
        $quiet, $loud = ($line, ($line -replace '\{', '-FailOnNotification {') | ForEach-Object { Start-Watch '-Command', $_ } | ForEach-Object { Wait-Watch $_ })

        $quiet.ExitCode, $loud.ExitCode | Should -Be 0, 1
        $quiet.Output | Should -BeLike "done*nobody*"
        $loud.Errors | Should -BeLike "*nobody*"
    }

    It 'is ended by Ctrl+C, and tells nothing (skipped without signals)' -Skip:(-not $signals) {
        $hangs = New-Script hangs $import, 'Watch-WeComCommand -Name job { "started"; while ($true) { Start-Sleep 1 } }'
        $start = New-EngineStartInfo '-File', $hangs
        $webhook = Get-Webhook $simulator
        $start.Environment['WECOM_ROBOT'] = $webhook
        # Whoever started the tests may ignore the signal, and children inherit that
        $engine = @($start.FileName) + $start.ArgumentList
        $start.FileName = 'env'
        $start.ArgumentList.Clear()
        '--default-signal=INT', $engine | ForEach-Object { $_ } | ForEach-Object { $start.ArgumentList.Add($_) }
        $process = [System.Diagnostics.Process]::Start($start)
        $process.StandardOutput.ReadLine() | Should -Be started
        sh -c "kill -INT $($process.Id)"    # that of the shell: a small system has no other
        $process.WaitForExit()

        $process.StandardError.ReadToEnd() | Should -BeNullOrEmpty
        Get-Told $webhook | Should -BeNullOrEmpty
    }
}
