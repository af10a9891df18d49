#Requires -Version 5.1
Describe '<_>' -ForEach 'backup-report.ps1', 'backup-report-plain.ps1' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1 -Force
        $script = Join-Path $PSScriptRoot $_
        $environment = $env:WECOM_ROBOT, $env:WECOM_STATE_DIR
        # The module keeps its rate windows and its outbox there, apart from yours
        $env:WECOM_STATE_DIR = Join-Path $TestDrive state
    }

    AfterAll { $env:WECOM_ROBOT, $env:WECOM_STATE_DIR = $environment }

    # Each test has a robot of its own: what another test sent, or scripted, does not matter
    BeforeEach {
        $simulator = Start-Simulator
        $env:WECOM_ROBOT = $simulator.Webhook
        $folder = New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory
    }

    AfterEach { Stop-Simulator $simulator }

    It 'names the newest backup' {
        Set-Content (Join-Path $folder monday.bak) 'old'
        (Get-Item (Join-Path $folder monday.bak)).LastWriteTime = (Get-Date).AddHours(-20)
        Set-Content (Join-Path $folder tuesday.bak) 'new'

        & $script -Folder $folder

        $message = Get-SimulatorMessage $simulator 'wait?count=1&seconds=10'
        $message.msgtype | Should -Be 'markdown'
        $message.Payload.markdown.content | Should -BeLike 'Backup `*`*tuesday.bak`*`*: * bytes'
    }

    It 'mentions everybody if there is no new one' {
        & $script -Folder $folder

        $message = Get-SimulatorMessage $simulator 'wait?type=text&contains=no new backup'
        $message.Payload.text.mentioned_list | Should -Be '@all'
    }

    It 'fails if WeCom does not take the message' {
        Add-SimulatorFault $simulator @{ errcode = 45009 }
        # The module would wait until the minute is over, and try again
        $PSDefaultParameterValues = @{ 'Send-WeCom*:MaxRetry' = 0 }

        { & $script -Folder $folder } | Should -Throw '*45009*'

        Get-SimulatorMessage $simulator messages | Should -BeNullOrEmpty
    }
}
