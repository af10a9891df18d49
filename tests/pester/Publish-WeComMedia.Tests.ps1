Describe 'Publish-WeComMedia' {
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

    It 'writes what a sender needs to know about the upload' {
        $media = Publish-WeComMedia (New-TestFile 报告.txt $six) -Robot $robot

        $received = Get-ReceivedMedia $simulator
        $media | Should -BeOfType WeComRobot.Media.UploadedMedia
        $media.MediaId | Should -BeExactly $received.media_id
        $media.Type | Should -Be File
        $media.Name | Should -BeExactly 报告.txt
        $media.Size | Should -Be 6
        $media.Robot | Should -Match '^127\.0\.0\.1:\d+ \(key #[0-9a-f]{8}\)$'
        $media.CreatedAt.ToUnixTimeSeconds() | Should -Be ([DateTimeOffset] $received.createdAt).ToUnixTimeSeconds()
        $media.ExpiresAt | Should -Be $media.CreatedAt.AddDays(3)
    }

    It 'determines the type by content, not by name' {
        $media = (New-TestFile voice.txt (Get-Amr 1)), (New-TestFile text.amr $six) | Publish-WeComMedia -Robot $robot

        $media.Type | Should -Be Voice, File
        (Get-ReceivedMedia $simulator).type | Should -Be voice, file
    }

    It 'uploads an AMR recording as a file with -Type File' {
        (Publish-WeComMedia (New-TestFile a.amr (Get-Amr 1)) -Type File -Robot $robot).Type | Should -Be File

        (Get-ReceivedMedia $simulator).type | Should -Be file
    }

    It 'does not upload another file as a voice' {
        $failure = Get-Failure { Publish-WeComMedia (New-TestFile a.txt $six) -Type Voice -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
        $failure.Exception.Message | Should -BeLike '*a.txt*not an AMR recording*'
        Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
    }

    It 'uses -Name as the name that members see' {
        (Publish-WeComMedia (New-TestFile a.txt $six) -Name '周报 📈.txt' -Robot $robot).Name | Should -BeExactly '周报 📈.txt'

        (Get-ReceivedMedia $simulator).displayName | Should -BeExactly '周报 📈.txt'
    }

    It 'writes an error for each invalid file, and uploads the others: <By>' -ForEach @(
        @{ By = 'from the parameter'; Run = { Publish-WeComMedia $paths -Robot $robot } }
        @{ By = 'from the pipeline'; Run = { $paths | Publish-WeComMedia -Robot $robot } }
        @{ By = 'by -LiteralPath'; Run = { Publish-WeComMedia -LiteralPath $paths -Robot $robot } }
    ) {
        $null = New-Item TestDrive:/folder -ItemType Directory
        $paths = (New-TestFile a.txt $six), (New-TestFile small.txt (1..5)), 'gone.txt', 'TestDrive:/folder', (New-TestFile z.txt $six)
        $failure = Get-Failure $Run

        $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be WeComInvalidMedia, WeComFileNotFound, WeComFileNotFound
        $failure[0].TargetObject | Should -BeLike '*small.txt'
        (Get-ReceivedMedia $simulator).displayName | Should -Be a.txt, z.txt
    }

    It 'uploads files from the pipeline, including those with brackets in their names' {
        'a[1].txt', 'b.txt' | ForEach-Object { $null = New-TestFile $_ $six }

        (Get-ChildItem TestDrive: | Publish-WeComMedia -Robot $robot).Name | Should -Be 'a[1].txt', b.txt
    }

    It 'uploads nothing with -WhatIf, and describes what it would do' {
        $text = Get-HostText { Publish-WeComMedia (New-TestFile a.txt $six) -Robot $robot -WhatIf }

        $text | Should -BeLike '*What if:*Upload as File*a.txt*127.0.0.1*'
        Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
    }

    It 'treats an answer without a media id as a failed upload' {
        Add-Fault $simulator @{ errcode = 0 }
        $failure = Get-Failure { Publish-WeComMedia (New-TestFile a.txt $six) -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComUnexpectedAnswer,*'
    }
}
