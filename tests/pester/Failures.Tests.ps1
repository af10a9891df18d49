Describe 'A failure' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $robot = $simulator.Webhook
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach { Clear-Simulator $simulator }

    It 'that -WarningAction Stop makes of a warning prevents sending' {
        $article = New-WeComArticle ('长' * 100) https://example.com

        { $article | Send-WeComNews -Robot $robot -WarningAction Stop } | Should -Throw '*title*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'under -ErrorAction Stop allows the message to be sent again' {
        Add-Fault $simulator @{ errcode = -1 }
        try { Send-WeComText again -Robot $robot -ErrorAction Stop -ErrorVariable failed } catch { $caught = $_ }

        $caught | Send-WeComMessage -Robot $robot
        $failed | Select-Object -Last 1 | Send-WeComMessage -Robot $robot
        (Get-Received $simulator).Payload.text.content | Should -Be again, again
    }

    It 'to read the answer is reported, and the next input is sent: <What>' -ForEach @(
        @{ What = 'gzip that is none'; Fault = @{ body = 'not gzip'; headers = @{ 'Content-Encoding' = 'gzip' } }; Says = '*gzip*may have arrived*' }
        @{ What = 'deflate that is none'; Fault = @{ body = 'not deflate'; headers = @{ 'Content-Encoding' = 'deflate' } }; Says = '*deflate*may have arrived*' }
        @{ What = 'a charset that nobody has'; Fault = @{ body = 'no'; headers = @{ 'Content-Type' = 'text/html; charset=none' } }; Says = '*did not answer as the WeCom service does*' }
    ) {
        Add-Fault $simulator $Fault
        'one', 'two' | Send-WeComText -Robot $robot -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed.Count | Should -Be 1
        $failed.FullyQualifiedErrorId | Should -Match '^WeCom(OutcomeUnknown|UnexpectedAnswer),'
        $failed.Exception.Message | Should -BeLike $Says
        (Get-Received $simulator).Payload.text.content | Should -Be two
    }

    It 'of a missing file, piped to Send-WeComMessage, is reported as a path, not a message' {
        Send-WeComFile missing.log -Robot $robot -ErrorVariable failed -ErrorAction SilentlyContinue

        (Get-Failure { $failed | Send-WeComMessage -Robot $robot }).Exception.Message | Should -BeLike '*missing.log*takes files*'
    }

    It 'does not stop the next input after a payload that contains itself' {
        $endless = @{ msgtype = 'text' }
        $endless.text = $endless
        $endless, '{"msgtype":"text","text":{"content":"next"}}' |
            Send-WeComMessage -Robot $robot -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        (Get-Received $simulator).Payload.text.content | Should -Be next
    }

    It 'shows only a few levels of a list that contains itself' {
        $list = [System.Collections.ArrayList] @(1)
        $null = $list.Add($list)

        [pscustomobject] @{ x = $list } | ConvertTo-WeComMarkdown | Should -BeLike '*| 1; 1, (1, *…*|*'
    }

    It 'results from an empty mention in Markdown, as in text' -ForEach @(@{ Name = 'Send-WeComMarkdown' }, @{ Name = 'Send-WeComText' }) {
        $failure = Get-Failure { & $Name hi -Mention '' -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'reports an unknown key for an upload as for a send' {
        $unknown = $robot -replace 'key=.*', "key=$([guid]::NewGuid())"
        $failure = Get-Failure { Send-WeComFile (New-TestFile a.txt ([byte[]]::new(6))) -Robot $unknown }

        $failure.Exception.Message | Should -BeLike '*webhook is not valid*'
        $failure.Exception.Message | Should -Not -BeLike '*Shorten*'
    }
}
