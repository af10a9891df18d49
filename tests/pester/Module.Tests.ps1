# The conventions that PowerShell users expect of any cmdlet.
Describe 'The module' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Engine.psm1, $PSScriptRoot/Robots.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $file = New-TestFile a.txt (1..6)

        # Runs at a prompt, with the user's answers on standard input
        function Invoke-Prompt([string] $Script, [string[]] $Answer) {
            $program, $first = Get-EngineCommand
            $Answer | & $program @first -NoProfile -Command (
                "Import-Module '$PSScriptRoot/Simulator.psm1'; Import-WeComRobot; $Script") *>&1 | Out-String
        }
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    It 'imports silently, also again with -Force, and still sends' {
        $said = & {
            Remove-Module WeComRobot
            Import-WeComRobot
            Import-WeComRobot
        } *>&1
        Send-WeComText hi -Robot $robot

        $said | Should -BeNullOrEmpty
        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'loads no library for Redis, on import or for a message' {
        $loaded = Invoke-Process {
            param($robot)
            Send-WeComText hi -Robot $robot
            [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name
        } $robot

        $loaded | Should -Contain WeComRobot.Client
        $loaded | Should -Not -Contain WeComRobot.Redis
        $loaded | Should -Not -Contain StackExchange.Redis
    }

    It 'leaves nothing behind when it is removed' {
        Remove-Module WeComRobot
        $left = Get-Command *-WeCom* -CommandType Cmdlet -ListImported -ErrorAction Ignore
        Import-WeComRobot

        $left | Should -BeNullOrEmpty
    }

    It 'has approved verbs only, and no aliases' {
        $commands = Get-Command -Module WeComRobot

        $commands.CommandType | Sort-Object -Unique | Should -Be Cmdlet
        $commands.Verb | Should -BeIn (Get-Verb).Verb
    }

    # A contract test ensures that each cmdlet has a file
    Context 'with <Name>' -ForEach (
        Get-ChildItem $PSScriptRoot -Filter *-WeCom*.Tests.ps1 | ForEach-Object { @{ Name = $_.Name -replace '\.Tests.ps1' } }
    ) {
        It 'shows its syntax and output types in Get-Help' {
            Get-Help $Name | Out-String | Should -BeLike "*SYNTAX*$Name *<CommonParameters>*"
            (Get-Command $Name).OutputType.Type | Should -Not -BeNullOrEmpty
        }

        It 'supports -Confirm and -WhatIf if it talks to a robot or changes robots, and only then' {
            $parameters = (Get-Command $Name).Parameters
            $parameters.ContainsKey('WhatIf') | Should -Be ($Name -match '^(Send|Publish|Register|Unregister|Set|Clear|Watch)-')
            $parameters.ContainsKey('Confirm') | Should -Be ($Name -match '^(Send|Publish|Register|Unregister|Set|Clear|Watch)-')
            $parameters.ContainsKey('PassThru') | Should -Be ($Name -match '^(Send|Register|Watch)-')
        }
    }

    It 'accepts table rows by the property name Content: <_>' -ForEach 'Send-WeComText', 'Send-WeComMarkdown' {
        [pscustomobject]@{ Time = 'now'; Content = 'hi' } | & $_ -Robot $robot

        $payload = (Get-Received $simulator).Payload
        $payload.($payload.msgtype).content | Should -BeExactly hi
    }

    It 'asks with -Confirm, and sends according to the answer' {
        $said = Invoke-Prompt "'one', 'two', 'three' | Send-WeComText -Robot '$robot' -Confirm" y, n, l

        (Get-Received $simulator).Payload.text.content | Should -Be one
        # On Windows the prompt is written to the console, not to the output
        if (-not $IsWindows) { $said | Should -BeLike '*Send text message*127.0.0.1*' }
    }

    It 'asks once for a file, not once for the upload and once for the message' {
        $null = Invoke-Prompt "Send-WeComFile '$file' -Robot '$robot' -Confirm" y, n

        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'does not ask by default or with -Confirm:$false' {
        $ConfirmPreference = 'Low'
        Send-WeComText hi -Robot $robot -Confirm:$false
        $ConfirmPreference = 'High'
        Send-WeComText hi -Robot $robot

        @(Get-Received $simulator).Count | Should -Be 2
    }

    It 'respects $WhatIfPreference' {
        $WhatIfPreference = $true
        Send-WeComText hi -Robot $robot
        Publish-WeComMedia $file -Robot $robot | Should -BeNullOrEmpty
        $WhatIfPreference = $false

        Get-Received $simulator | Should -BeNullOrEmpty
        Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
    }

    It 'has errors that can be caught with -ErrorAction Stop, by their class, and that end the pipeline' {
        $caught = try { '', 'next' | Send-WeComText -Robot $robot -ErrorAction Stop } catch [WeComRobot.WeComException] { $_ }

        $caught.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'respects $ErrorActionPreference, and can be silenced by it' {
        $ErrorActionPreference = 'SilentlyContinue'
        $said = Send-WeComText '' -Robot $robot *>&1
        $ErrorActionPreference = 'Stop'

        $said | Should -BeNullOrEmpty
        { Send-WeComText '' -Robot $robot } | Should -Throw -ErrorId 'WeComInvalidMessage,*'
    }

    It 'sets $? according to the outcome' {
        Send-WeComText '' -Robot $robot -ErrorAction SilentlyContinue
        $failed = $?
        Send-WeComText hi -Robot $robot
        $sent = $?

        $failed, $sent | Should -Be $false, $true
    }

    It 'fails a script of a CI step: exit code of pwsh -Command' {
        $null = Invoke-Prompt "Send-WeComText '' -Robot '$robot'"
        $LASTEXITCODE | Should -Be 1
    }

    It 'works in strict mode, in which all properties of its objects exist' {
        Set-StrictMode -Version Latest
        $objects = @(
            New-WeComArticle t www.qq.com
            New-WeComCard t -Action (New-WeComCardAction www.qq.com)
            Publish-WeComMedia $file -Robot $robot
            Send-WeComText hi -Robot $robot -PassThru
        )

        $objects | Format-List * -Force | Out-String | Should -BeLike '*Title*CardType*MediaId*MessageType*'
        $objects[3].MediaId | Should -BeNullOrEmpty
    }

    It 'writes errors that say in one line what is wrong, and not where in the module' {
        $text = Get-Failure { Send-WeComText '' -Robot $robot } | Out-String

        $text | Should -BeLike '*The text message cannot be sent: text.content is required and is empty.*'
        $text | Should -Not -BeLike '*WeComException*'
    }
}
