Describe 'Send-WeComFile' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $six = [byte[]] (1..6)
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        Get-ChildItem TestDrive: | Remove-Item -Recurse
    }

    It 'uploads the file and sends it, and the receipt names the media' {
        $receipt = Send-WeComFile (New-TestFile a.log $six) -Robot $robot -PassThru

        $message = Get-Received $simulator
        $message.msgtype | Should -BeExactly file
        $message.media.displayName | Should -BeExactly a.log
        $message.media.size, $message.media.filelength | Should -Be 6, 6
        $message.media.sha256 | Should -Be ([Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData($six)))
        $receipt.MessageType | Should -BeExactly file
        $receipt.MediaId | Should -BeExactly $message.Payload.file.media_id
    }

    It 'rejects a device without waiting for it, on Windows: <_>' -Skip:(-not $IsWindows) -ForEach 'NUL', 'nul.txt', 'CON', 'COM1', '\\.\NUL' {
        foreach ($cmdlet in 'Send-WeComFile', 'Send-WeComVoice', 'Send-WeComImage', 'Publish-WeComMedia') {
            $failure = Get-Failure { & $cmdlet $_ -Robot $robot }
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
            $failure.Exception.Message | Should -BeLike '*has 0 bytes*a pipe, a device*'
        }
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'rejects a pipe or device without waiting for it, on Unix: <_>' -Skip:$IsWindows -ForEach 'pipe', 'link', '/dev/null', '/dev/zero' {
        if ($_ -in 'pipe', 'link') {
            $folder = (Get-PSDrive TestDrive).Root
            mkfifo $folder/pipe
            if ($_ -eq 'link') { $null = New-Item -ItemType SymbolicLink -Path $folder/link -Target $folder/pipe }
            $path = "$folder/$_"
        } else {
            $path = $_
        }

        foreach ($cmdlet in 'Send-WeComFile', 'Send-WeComVoice', 'Send-WeComImage', 'Publish-WeComMedia') {
            $failure = Get-Failure { & $cmdlet $path -Robot $robot }
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
            $failure.Exception.Message | Should -BeLike "*'$path' has 0 bytes*a pipe, a device*"
        }
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'rejects a web address as a path, in every cmdlet' {
        foreach ($cmdlet in 'Send-WeComFile', 'Send-WeComVoice', 'Publish-WeComMedia') {
            (Get-Failure { & $cmdlet https://example.com/a.bin -Robot $robot }).Exception.Message | Should -BeLike '*is an address; only files are accepted*'
        }
    }

    It 'shows members the name <_>' -ForEach '测试 报告.txt', '🚨 告警.log', "it's (1) = 100%; ok.txt" {
        $null = Send-WeComFile -LiteralPath (New-TestFile $_ $six) -Robot $robot

        (Get-ReceivedMedia $simulator).displayName | Should -BeExactly $_
    }

    It 'shows -Name instead, and warns if a character was replaced' {
        $path = New-TestFile a.log $six
        Send-WeComFile $path -Name '日志.txt' -Robot $robot -WarningVariable none
        Send-WeComFile $path -Name "a`"b`r`nc.txt" -Robot $robot -WarningVariable changed -WarningAction SilentlyContinue

        (Get-ReceivedMedia $simulator).displayName | Should -BeExactly '日志.txt', 'a_b__c.txt'
        $none | Should -BeNullOrEmpty
        $changed | Should -BeLike '*a_b__c.txt*'
    }

    It 'sends each file that a wildcard matches, and a name with brackets by -LiteralPath' {
        'a.log', 'b.log', 'c[1].txt' | ForEach-Object { $null = New-TestFile $_ $six }
        Send-WeComFile TestDrive:/*.log -Robot $robot
        Send-WeComFile -LiteralPath 'TestDrive:/c[1].txt' -Robot $robot

        (Get-Received $simulator).media.displayName | Should -Be a.log, b.log, 'c[1].txt'
    }

    It 'sends files and path strings from the pipeline' {
        'a.log', 'b[1].log' | ForEach-Object { $null = New-TestFile $_ $six }
        Get-ChildItem TestDrive: | Send-WeComFile -Robot $robot
        'TestDrive:/a.log' | Send-WeComFile -Robot $robot

        (Get-Received $simulator).media.displayName | Should -Be a.log, 'b[1].log', a.log
    }

    It 'sends an uploaded media from the pipeline, by parameter and by its id, without another upload' {
        $media = Publish-WeComMedia (New-TestFile a.log $six) -Robot $robot
        $media | Send-WeComFile -Robot $robot
        Send-WeComFile -Media $media -Robot $robot
        Send-WeComFile -Media $media.MediaId -Robot $robot

        (Get-Received $simulator).Payload.file.media_id | Should -Be $media.MediaId, $media.MediaId, $media.MediaId
        @(Get-ReceivedMedia $simulator).Count | Should -Be 1
    }

    It 'sends nothing of <What>, and reports it' -ForEach @(
        @{ What = 'another robot'; Type = 'File'; Sender = { Get-Webhook $simulator }; Says = '*uploaded by the robot*cannot send*' }
        @{ What = 'another type'; Type = 'Voice'; Sender = { $robot }; Says = '*uploaded as Voice*cannot be sent as File*' }
    ) {
        $media = Publish-WeComMedia (New-TestFile a.amr (Get-Amr 1)) -Type $Type -Robot $robot
        $failure = Get-Failure { $media | Send-WeComFile -Robot (& $Sender) }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
        $failure.Exception.Message | Should -BeLike $Says
        $failure.TargetObject | Should -Be $media
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'reports what the service says about an id of another robot' {
        $media = Publish-WeComMedia (New-TestFile a.log $six) -Robot $robot
        $failure = Get-Failure { Send-WeComFile -Media $media.MediaId -Robot (Get-Webhook $simulator) }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRefused,*'
        $failure.Exception.ErrorCode | Should -Be 40007
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'sends 6 bytes and rejects 5' {
        Send-WeComFile (New-TestFile six.bin $six) -Robot $robot
        $failure = Get-Failure { Send-WeComFile (New-TestFile five.bin (1..5)) -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
        $failure.Exception.Message | Should -BeLike '*five.bin*has 5 bytes*more than 5*'
        (Get-ReceivedMedia $simulator).displayName | Should -Be six.bin
    }

    It 'reports a missing file and a folder, and sends the valid files' {
        $good = New-TestFile a.log $six
        $null = New-Item TestDrive:/folder -ItemType Directory
        $failure = Get-Failure { 'gone.log', 'TestDrive:/folder', $good | Send-WeComFile -Robot $robot }

        $failure.CategoryInfo.Category | Should -Be ObjectNotFound, ObjectNotFound
        $failure[0].Exception.Message | Should -BeLike "*'gone.log'*"
        $failure[1].Exception.Message | Should -BeLike "*folder' is a folder*"
        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'has the message as the error''s target if only the sending failed, to avoid a second upload' {
        Add-Fault $simulator @{}, @{ errcode = -1 }
        $failure = Get-Failure { Send-WeComFile (New-TestFile a.log $six) -Robot $robot }
        $failure.TargetObject | Send-WeComMessage -Robot $robot

        (Get-Received $simulator).media.displayName | Should -Be a.log
        @(Get-ReceivedMedia $simulator).Count | Should -Be 1
    }

    It 'uploads nothing with -WhatIf' {
        Get-HostText { Send-WeComFile (New-TestFile a.log $six) -Robot $robot -WhatIf } | Should -BeLike '*What if:*a.log*127.0.0.1*'

        Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
        Get-Received $simulator | Should -BeNullOrEmpty
    }
}
