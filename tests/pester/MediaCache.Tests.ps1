# The same content is uploaded to a robot only once while its media id is valid.
Describe 'An upload' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator

        function Get-Upload { @(Get-ReceivedMedia $simulator) }
    }

    AfterAll {
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        $file = New-TestFile a.txt (1..60)
    }

    It 'of the same file returns the same media' {
        $first = Publish-WeComMedia $file -Robot $robot
        $second = Publish-WeComMedia $file -Robot $robot

        $second.MediaId | Should -BeExactly $first.MediaId
        $second.Name, $second.Size, "$($second.Type)", $second.Robot | Should -Be $first.Name, $first.Size, "$($first.Type)", $first.Robot
        $second.ExpiresAt | Should -Be $first.ExpiresAt
        (Get-Upload).Count | Should -Be 1
    }

    It 'is repeated with -Force, and the new one is used from then on' {
        $first = Publish-WeComMedia $file -Robot $robot
        $second = Publish-WeComMedia $file -Robot $robot -Force
        Send-WeComFile $file -Robot $robot

        $second.MediaId | Should -Not -Be $first.MediaId
        (Get-Upload).Count | Should -Be 2
        (Get-Received $simulator).media.media_id | Should -Be $second.MediaId
    }

    It 'is repeated for <What>' -ForEach @(
        @{ What = 'another content'; Do = { Publish-WeComMedia (New-TestFile a.txt (2..61)) -Robot $robot } }
        @{ What = 'another name'; Do = { Publish-WeComMedia $file -Robot $robot -Name b.txt } }
        @{ What = 'another robot'; Do = { Publish-WeComMedia $file -Robot (Get-Webhook $simulator) } }
    ) {
        $first = Publish-WeComMedia $file -Robot $robot
        $second = & $Do

        $second.MediaId | Should -Not -Be $first.MediaId
        (Get-Upload).Count | Should -Be 2
    }

    It 'is repeated for another type' {
        $voice = New-TestFile a.amr (Get-Amr 1)
        $null = Publish-WeComMedia $voice -Robot $robot
        $null = Publish-WeComMedia $voice -Robot $robot -Type File

        (Get-Upload).type | Should -Be voice, file
    }

    It 'of the same content in another folder is reused' {
        $folder = New-Item (Join-Path (Get-PSDrive TestDrive).Root other) -ItemType Directory -Force
        Copy-Item $file $folder
        Send-WeComFile $file -Robot $robot
        Send-WeComFile (Join-Path $folder a.txt) -Robot $robot

        (Get-Upload).Count | Should -Be 1
        @(Get-Received $simulator).Count | Should -Be 2
    }

    It 'is reused by <Call>' -ForEach @(
        @{ Call = 'Send-WeComFile $file' }
        @{ Call = 'Send-WeComVoice $voice' }
        @{ Call = 'Send-WeComText ("word " * 900) -Overflow File -FileName log.txt' }
    ) {
        $voice = New-TestFile a.amr (Get-Amr 1)
        1..2 | ForEach-Object { & ([scriptblock]::Create("$Call -Robot `$robot")) }

        (Get-Upload).Count | Should -Be 1
        (Get-Received $simulator | Where-Object media).media.media_id | Should -Be (Get-Upload).media_id, (Get-Upload).media_id
    }

    It 'of one process is reused by the next' {
        $sent = 1..2 | ForEach-Object {
            Wait-Script (Start-Script { param($path, $robot) (Send-WeComFile $path -Robot $robot -PassThru).MediaId } $file, $robot)
        }

        (Get-Upload).Count | Should -Be 1
        $sent.Trim() | Should -Be (Get-Upload).media_id, (Get-Upload).media_id
        @(Get-Received $simulator).Count | Should -Be 2
    }

    Context 'that the service no longer knows (40007)' {
        It 'is repeated once, and the message is sent' {
            $first = Publish-WeComMedia $file -Robot $robot
            Add-Fault $simulator @{ errcode = 40007 }
            $receipt = Send-WeComFile $file -Robot $robot -PassThru

            $receipt.MediaId | Should -Not -Be $first.MediaId
            (Get-Upload).Count | Should -Be 2
            (Get-Received $simulator).media.media_id | Should -Be $receipt.MediaId
            Send-WeComFile $file -Robot $robot
            (Get-Upload).Count | Should -Be 2
        }

        It 'causes an error if the new one is unknown, too' {
            $null = Publish-WeComMedia $file -Robot $robot
            Add-Fault $simulator @{ errcode = 40007 }, @{}, @{ errcode = 40007 }
            $failure = @(Get-Failure { Send-WeComFile $file -Robot $robot -MaxRetry 3 })

            $failure.Count | Should -Be 1
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRefused,*'
            $failure.Exception.ErrorCode | Should -Be 40007
            (Get-Upload).Count | Should -Be 2
        }

        It 'causes an error if the id was given' {
            $media = Publish-WeComMedia $file -Robot $robot
            Add-Fault $simulator @{ errcode = 40007 }
            $failure = Get-Failure { $media | Send-WeComFile -Robot $robot }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRefused,*'
            (Get-Upload).Count | Should -Be 1
        }
    }

    It 'that failed is not reused' {
        Add-Fault $simulator @{ errcode = 40009 }
        $null = Get-Failure { Publish-WeComMedia $file -Robot $robot }
        $media = Publish-WeComMedia $file -Robot $robot

        (Get-Upload).media_id | Should -Be $media.MediaId
    }

    It 'works although the list of media is <What>' -ForEach @(
        @{ What = 'empty'; Text = '' }
        @{ What = 'cut off'; Text = '{"' }
        @{ What = 'something else'; Text = '[[[1]]]' }
        @{ What = 'binary'; Text = "`0`u{1}`u{fffd}" }
    ) {
        $null = Publish-WeComMedia $file -Robot $robot
        Get-ChildItem (Join-Path $env:WECOM_STATE_DIR media) -File | ForEach-Object { Set-Content $_ $Text -NoNewline }
        $said = @(Publish-WeComMedia $file -Robot $robot *>&1)
        Publish-WeComMedia $file -Robot $robot | Should -Not -BeNullOrEmpty

        $said.Count | Should -Be 1
        $said[0] | Should -BeOfType WeComRobot.Media.UploadedMedia
        (Get-Upload).Count | Should -Be 2
    }

    It 'works although the list of media cannot be written' {
        $folder = $env:WECOM_STATE_DIR
        $env:WECOM_STATE_DIR = New-TestFile taken (1..6)
        $said = Send-WeComFile $file -Robot $robot *>&1
        $env:WECOM_STATE_DIR = $folder

        $said | Should -BeNullOrEmpty
        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'is not made with -WhatIf, even with -Force' {
        Publish-WeComMedia $file -Robot $robot -WhatIf
        Publish-WeComMedia $file -Robot $robot -Force -WhatIf

        (Get-Upload).Count | Should -Be 0
    }
}
