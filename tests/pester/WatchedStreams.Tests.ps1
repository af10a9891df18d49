# A watched command behaves as if it were not watched: its streams, its errors, and what the shell knows of it afterwards.
Describe 'A watched command' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $watch = @{ Name = 'job'; MaxRetry = 0 }
        function Invoke-Native([string] $Text) { if ($IsWindows) { cmd /c $Text } else { sh -c $Text } }
        # What a script writes in any stream, each line with its stream
        function Get-Stream([scriptblock] $Script) {
            & $Script *>&1 | ForEach-Object { "$(($_.GetType().Name -replace 'Record$')): $_" }
        }
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        $null = Use-StateFolder "$(New-Guid)"
        Clear-Simulator $simulator
        $watch.Robot = Get-Webhook $simulator
    }

    AfterEach { Restore-StateFolder }

    It 'writes the same to the same streams in the same order' {
        $command = {
            'text'
            Write-Warning warning
            Write-Error error
            Write-Host host -ForegroundColor Red
            Write-Verbose verbose -Verbose
            Write-Debug debug -Debug
            & { $InformationPreference = 'Continue'; Write-Information shown }
            Write-Information hidden
            & { $WarningPreference = 'Ignore'; Write-Warning hidden }
            Invoke-Native 'echo out'
            Invoke-Native 'echo err >&2'
            try { throw 'handled' } catch { $null = $_ }
            , (1, 2)
        }

        Get-Stream { Watch-WeComCommand @watch $command } | Should -Be (Get-Stream { & $command })
    }

    It 'writes its objects as they are, when it writes them' {
        $seen = [System.Collections.Generic.List[object]]::new()
        $all = Watch-WeComCommand @watch {
            $global:given = [pscustomobject]@{ Name = 'x' }
            $given
            $seen.Count
            [byte] 7
            $null
        } | ForEach-Object { $seen.Add($_); $_ }

        [object]::ReferenceEquals($all[0], $given) | Should -BeTrue
        $all[1..2] | Should -Be 1, 7
        $all[2] | Should -BeOfType byte
        $seen | Should -HaveCount 4
    }

    It 'shows warnings and errors as its own preferences say, not as those of the cmdlet' {
        $command = { Write-Warning w; Write-Error e -ErrorAction Continue; 'on' }
        Get-Stream { Watch-WeComCommand @watch -ErrorAction Stop -WarningAction Ignore $command } | Should -Be 'Warning: w', 'Error: e', 'String: on'
        Get-Stream { $ErrorActionPreference = 'Stop'; Watch-WeComCommand @watch $command } | Should -Be 'Warning: w', 'Error: e', 'String: on'
    }

    It 'has each error once in $Error, at its own position' {
        $Error.Clear()
        # A scope without the try of Pester, in which any error would end the command
        $script = [powershell]::Create('CurrentRunspace').AddScript({
                param($watch, $folder)
                Watch-WeComCommand @watch { Get-Item "$folder/nowhere"; & { Write-Error own } }
            }).AddArgument($watch).AddArgument("$TestDrive")
        $null = $script.Invoke()

        $script.Streams.Error | Should -HaveCount 2
        $Error | Should -HaveCount 2
        $script.Streams.Error[0].InvocationInfo.MyCommand.Name | Should -Be 'Get-Item'
        $script.Streams.Error[0].InvocationInfo.Line | Should -BeLike '*Get-Item*'
        $script.Streams.Error[1].InvocationInfo.Line | Should -Not -BeLike '*__command*'
    }

    It 'throws its own exception, from its own place' {
        Set-Content "$TestDrive/throws.ps1" '', 'throw [System.IO.IOException]::new("disk full")'
        $failure = try { Watch-WeComCommand @watch { & "$TestDrive/throws.ps1" } } catch { $_ }

        $failure.Exception | Should -BeOfType System.IO.IOException
        $failure.Exception.Message | Should -Be 'disk full'
        $failure.InvocationInfo.ScriptLineNumber, $failure.InvocationInfo.ScriptName | Should -Be 2, (Join-Path $TestDrive throws.ps1)
        $failure.ScriptStackTrace | Should -BeLike "at <ScriptBlock>, $(Join-Path $TestDrive throws.ps1): line 2*"
        (Get-Received $simulator).Payload.markdown.content | Should -BeLike '*disk full*'
    }

    It 'throws an error of the engine from its own place: <Statement>' -ForEach @(
        @{ Statement = 'no-such-command' }
        @{ Statement = '$null.Foo()' }
        @{ Statement = '1 / $null' }
        @{ Statement = 'Set-StrictMode -Version 3; $undefined' }
        @{ Statement = '[int]::Parse("x")' }
    ) {
        $script = "$TestDrive/engine.ps1"
        Set-Content $script '', '', $Statement
        $alone, $watched = { & $script }, { Watch-WeComCommand @watch { & $script } } | ForEach-Object {
            $Error.Clear()
            $failure = try { & $_ } catch { $_ }
            , @($failure.Exception.GetType(), $failure.FullyQualifiedErrorId, $failure.InvocationInfo.PositionMessage, $Error.Count)
        }

        $watched | Should -Be $alone
        (Get-Received $simulator).Payload.markdown.content | Should -BeLike "*at $(Join-Path $TestDrive engine.ps1), line 3*"
    }

    It 'quotes the user''s line in an error about a command that there is not' {
        $failure = try { Watch-WeComCommand @watch -FilePath ./nowhere.ps1 } catch { $_ }

        $failure.Exception | Should -BeOfType System.Management.Automation.CommandNotFoundException
        $failure.InvocationInfo.Line | Should -BeLike '*Watch-WeComCommand @watch -FilePath*'
    }

    It 'shows no key that stands on its line' {
        $key = "$(New-Guid)"
        $line = "Watch-WeComCommand -Name job -Robot https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=$key { Get-Item ./nowhere -ErrorAction Continue; Write-Error own }"
        $failures = & ([scriptblock]::Create($line)) 2>&1

        $failures | Should -HaveCount 2
        $failures.InvocationInfo.Line | Should -BeLike '*Watch-WeComCommand -Name job*'
        $failures, $failures.InvocationInfo | ForEach-Object { $_ } | Format-List * -Force | Out-String | Should -Not -BeLike "*$key*"
    }

    It 'leaves $? and $LASTEXITCODE: <What>' -ForEach @(
        @{ What = 'a success'; Command = { 1 }; Success = $true; Code = 42 }
        @{ What = 'an exit code'; Command = { Invoke-Native 'exit 7' }; Success = $false; Code = 7 }
        @{ What = 'exit code 0'; Command = { Invoke-Native 'exit 0' }; Success = $true; Code = 0 }
        @{ What = 'the variable only'; Command = { $global:LASTEXITCODE = 5 }; Success = $false; Code = 5 }
        @{ What = 'an error that it goes on after'; Command = { Write-Error x; 1 }; Success = $true; Code = 42 }
    ) {
        $Error.Clear()
        $global:LASTEXITCODE = 42
        $null = Watch-WeComCommand @watch $Command 2>$null
        $success, $code = $?, $LASTEXITCODE

        $success, $code | Should -Be $Success, $Code
        @($Error.FullyQualifiedErrorId) -like '*Watch*' | Should -BeNullOrEmpty
    }

    It 'is not judged by an exit code from before, and sees none' {
        $global:LASTEXITCODE = 42
        Watch-WeComCommand @watch { "[$LASTEXITCODE]" } | Should -Be '[]'

        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'sees what a called script block sees' {
        $run, $arguments, $command = 'a', 'b', 'c'
        function Invoke-Caller { [CmdletBinding()] param() Watch-WeComCommand @watch { $PSCmdlet.MyInvocation.MyCommand.Name } }

        Watch-WeComCommand @watch -ArgumentList 1, $null, 'x y' { "$run$arguments$command$PSScriptRoot"; $args.Count; $args[2]; $script:set = 'set' } |
            Should -Be "abc$PSScriptRoot", 3, 'x y'
        $set | Should -Be 'set'
        Invoke-Caller | Should -Be 'Invoke-Caller'
    }

    It 'runs a script or a program with its arguments' {
        Set-Content "$TestDrive/script.ps1" 'param($One, $Two) "$One-$Two"'
        Push-Location $TestDrive
        try { Watch-WeComCommand @watch -FilePath script.ps1 -ArgumentList 1, 'a b' | Should -Be '1-a b' } finally { Pop-Location }
        $program, $arguments = if ($IsWindows) { 'cmd', ('/c', 'echo hi& exit 4') } else { 'sh', ('-c', 'echo "$1"; exit 4', 'sh', 'hi') }
        Watch-WeComCommand @watch -FilePath $program -ArgumentList $arguments | Should -Be hi

        $LASTEXITCODE | Should -Be 4
    }

    It 'ends when nobody wants more of its output, and that tells nothing' {
        Watch-WeComCommand @watch { 1..3; throw 'not reached' } | Select-Object -First 1 | Should -Be 1

        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'is told of when what reads its output fails, with that exception' {
        { Watch-WeComCommand @watch { 1..3 } | ForEach-Object { throw 'no space left' } } | Should -Throw 'no space left'

        (Get-Received $simulator).Payload.markdown.content | Should -BeLike '*no space left*'
    }

    It 'can be left by break' {
        foreach ($i in 1..3) { Watch-WeComCommand @watch { break }; throw 'not reached' }

        $i | Should -Be 1
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'is ended by Ctrl+C, and that tells nothing' {
        $pipeline = New-Pipeline 'Watch-WeComCommand -Name job -Robot $it { "started"; while ($true) { Start-Sleep 1 } }' $watch.Robot
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $null = $pipeline.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        Wait-For { $output.Count -eq 1 } | Should -BeTrue
        $pipeline.Stop()

        $pipeline.InvocationStateInfo.State | Should -Be Stopped
        $pipeline.Streams.Error | Should -BeNullOrEmpty
        Get-Received $simulator | Should -BeNullOrEmpty
    }
}
