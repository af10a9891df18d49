# Every PowerShell block in the pages is parsed, and those on the pages of cmdlets that need only the simulator are run, in the
# language of the page.
BeforeDiscovery {
    Import-Module $PSScriptRoot/Examples.psm1
    $blocks = @(Get-Example README.md, CONTRIBUTING.md, docs, tests/live)

    $pages = @($blocks | Group-Object { $_.Page } | ForEach-Object { @{ Page = $_.Name; Blocks = $_.Group } })

    # Examples with these commands are not run
    $notRunCommands = @{
        'Set-Secret'         = 'asks for a secret, for the vault of the user'
        'Read-Host'          = 'asks the user'
        'Install-PSResource' = 'changes the machine'
    }
    $notRun = @{
        'Register-WeComRobot 4' = 'keeps a robot for the user'
        'Register-WeComRobot 6' = 'needs a vault'
        # FleetRecipe.Tests.ps1 runs the like of these
        'Get-WeComRateLimit 4'  = 'needs a Redis'
        'Set-WeComRateLimit 4'  = 'needs a Redis'
        'Set-WeComRateLimit 5'  = 'needs a Redis'
        'Send-WeComText 13'     = 'waits for a whole minute'
    }

    # These are run, but their output is not compared
    $notCompared = @{
        'Get-WeComRobot 1'        = 'shows a robot that is kept for the user'
        'Unregister-WeComRobot 1' = 'shows a robot that is kept for the user'
        'Unregister-WeComRobot 3' = 'shows a robot that is kept for the user'
        'Send-WeComText 15'       = 'shows a network that fails, then works'
    }

    $cmdletPages = @($blocks | Where-Object Page -Like 'docs/*/*-WeCom*.md')
    $run = @($cmdletPages | Where-Object {
            $code = $_.Code
            -not $notRun[$_.Name] -and -not ($notRunCommands.Keys | Where-Object { $code -match "\b$_\b" })
        } | ForEach-Object { $_ + @{ Culture = $_.Page.Split('/')[1]; Compared = -not $notCompared[$_.Name] } })
    $lists = @(
        @{ List = 'not run'; Entries = @($notRun.Keys); Names = @($cmdletPages.Name) }
        @{ List = 'not run for a command'; Entries = @($notRunCommands.Keys); Names = @($notRunCommands.Keys | Where-Object { "$($cmdletPages.Code)" -match "\b$_\b" }) }
        @{ List = 'not compared'; Entries = @($notCompared.Keys); Names = @($run.Name) }
        @{ List = 'staged'; Names = @($run.Name) }
    )
}

Describe 'Example' {
    BeforeAll {
        Import-Module $PSScriptRoot/Examples.psm1, $PSScriptRoot/ExampleStages.psm1
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/State.psm1, $PSScriptRoot/Robots.psm1
        $culture = [cultureinfo]::CurrentCulture, [cultureinfo]::CurrentUICulture
        [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = 'en-US'
        $null = Use-StateFolder
        Import-WeComRobot
    }

    AfterAll {
        Restore-StateFolder
        [cultureinfo]::CurrentCulture, [cultureinfo]::CurrentUICulture = $culture
    }

    It 'of <Page> has valid syntax, commands, parameters and values' -ForEach $pages {
        $Blocks | ForEach-Object { $name = $_.Name; Get-ExampleProblem $_.Code | ForEach-Object { "${name}: $_" } } | Should -BeNullOrEmpty
    }

    It 'is in the list of <List> only if it exists' -ForEach $lists {
        $Entries ?? @(Get-ExampleStage) | Where-Object { $_ -notin $Names } | Should -BeNullOrEmpty
    }

    It 'is rejected with <Wrong>' -ForEach @(
        @{ Code = 'Send-WeComText hi -Mentoin lisi'; Wrong = 'a parameter that the command does not have' }
        @{ Code = 'Send-WeComTxt hi'; Wrong = 'a command that the module does not have' }
        @{ Code = 'Send-WeComText hi -Overflow Cut'; Wrong = 'a value that the parameter does not take' }
        @{ Code = 'Get-WeComOutbox -State Pending, Lost'; Wrong = 'such a value among several' }
        @{ Code = 'if ($true) { Send-WeComText hi'; Wrong = 'a brace that is missing' }
    ) {
        @(Get-ExampleProblem $Code).Count | Should -Be 1
    }

    Context 'run' {
        BeforeAll {
            # Each example uses one or a few
            $simulator = Start-Simulator (1..300 | ForEach-Object { "$(New-Guid)" })
            $folder = Join-Path (Get-PSDrive TestDrive).Root examples
            $build = $env:BUILD_BUILDNUMBER, $env:BUILD_SOURCEBRANCHNAME, $env:BUILD_URL
            $port = New-ClosedPort
            $unreachable = "http://$($port.LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)"

            # Each example has its own session, which it can end with exit
            $session = [runspacefactory]::CreateRunspace()
            $session.ThreadOptions = 'ReuseThread'
            $session.Open()
            function Invoke-Session([string] $Script) {
                $shell = [powershell]::Create()
                $shell.Runspace = $session
                try { $shell.AddScript($Script, $true).Invoke() } finally { $shell.Dispose() }
            }

            $null = New-Item $folder -ItemType Directory
            Push-Location $folder
            Invoke-Session @"
Import-Module '$PSScriptRoot/Simulator.psm1'
Import-WeComRobot
Set-Location '$folder'
"@
        }

        AfterAll {
            Pop-Location
            $session.Dispose()
            $port.Dispose()
            $env:BUILD_BUILDNUMBER, $env:BUILD_SOURCEBRANCHNAME, $env:BUILD_URL = $build
            Unregister-WeComRobot *
            Stop-Simulator $simulator
        }

        It '<Name> does what its <Culture> page shows' -ForEach $run {
            # The outbox keeps errors in the language in which they occurred
            [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = $Culture
            Initialize-Example $Name $simulator $unreachable
            $session.SessionStateProxy.SetVariable('webhook', $simulator.Webhook)
            if ($Code -match '\$webhooks') { $session.SessionStateProxy.SetVariable('webhooks', @(1..3 | ForEach-Object { Get-Webhook $simulator })) }
            $before = @(Get-Received $simulator).Count

            # -WhatIf writes to the host
            $transcript = Join-Path (Get-PSDrive TestDrive).Root transcript.txt
            $isWhatIf = $Code -match ' -WhatIf'
            if ($isWhatIf) { Invoke-Session "`$null = Start-Transcript '$transcript' -UseMinimalHeader" }
            $written = Invoke-Session "[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = '$Culture'; & {`n$(Add-StatementMark $Code)} *>&1"
            if ($isWhatIf) {
                Invoke-Session '$null = Stop-Transcript'
                $written = @(Get-Content $transcript) -like 'What if: *'
                Remove-Item $transcript
            }

            $text = Format-Written $written
            if ($Compared) { Format-Comparable $text $folder | Should -BeExactly (Format-Comparable $Output) }
            else { $text | Should -Not -Match '(?m)^[\w-]+: ' }
            if ($Code -match '\bSend-WeCom(?!Outbox)' -and $Output -match '(?m)^\d\d:\d\d:\d\d ') {
                @(Get-Received $simulator).Count | Should -BeGreaterThan $before
            }
        }
    }
}
