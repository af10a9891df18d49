Describe 'Send-WeComVoice' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    It 'uploads the recording as a voice and sends it' {
        $receipt = Send-WeComVoice (New-TestFile 语音.amr (Get-Amr 50)) -Robot $robot -PassThru

        $message = Get-Received $simulator
        $message.msgtype | Should -BeExactly voice
        $message.media.type | Should -BeExactly voice
        $message.media.displayName | Should -BeExactly 语音.amr
        $message.media.seconds | Should -Be 1
        $receipt.MediaId | Should -BeExactly $message.Payload.voice.media_id
    }

    It 'sends 60 s and rejects 60.02 s' {
        Send-WeComVoice (New-TestFile minute.amr (Get-Amr 3000)) -Robot $robot
        $failure = Get-Failure { Send-WeComVoice (New-TestFile longer.amr (Get-Amr 3001)) -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
        $failure.Exception.Message | Should -BeLike '*longer.amr*60.02 seconds*60. *send it as a file.'
        (Get-Received $simulator).media.seconds | Should -Be 60
        @(Get-ReceivedMedia $simulator).Count | Should -Be 1
    }

    It 'rejects <What> and sends the next' -ForEach @(
        @{ What = 'a renamed file'; Bad = { [System.Text.Encoding]::ASCII.GetBytes('ID3 an mp3') }; Says = '*not an AMR recording*' }
        @{ What = 'a recording cut within a frame'; Bad = { (Get-Amr 2)[0..60] }; Says = '*not a whole AMR recording*' }
    ) {
        $good = New-TestFile good.amr (Get-Amr 1)
        $failure = Get-Failure { (New-TestFile bad.amr (& $Bad)), $good | Send-WeComVoice -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
        $failure.Exception.Message | Should -BeLike $Says
        (Get-Received $simulator).media.displayName | Should -Be good.amr
    }

    It 'sends what Publish-WeComMedia identified as a voice' {
        Publish-WeComMedia (New-TestFile a.amr (Get-Amr 1)) -Robot $robot | Send-WeComVoice -Robot $robot

        (Get-Received $simulator).msgtype | Should -BeExactly voice
        @(Get-ReceivedMedia $simulator).Count | Should -Be 1
    }

    It 'does not send a media that was uploaded as a file' {
        $media = Publish-WeComMedia (New-TestFile a.txt (1..6)) -Robot $robot
        $failure = Get-Failure { $media | Send-WeComVoice -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
        $failure.Exception.Message | Should -BeLike '*uploaded as File*cannot be sent as Voice*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'reports a missing file' {
        $failure = Get-Failure { Send-WeComVoice gone.amr -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComFileNotFound,*'
        Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
    }
}
