Describe 'A failure' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $robot = $simulator.Webhook
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach { Clear-Simulator $simulator }

    It 'made of a warning by -WarningAction Stop keeps the message from being sent' {
        $article = New-WeComArticle ('长' * 100) https://example.com

        { $article | Send-WeComNews -Robot $robot -WarningAction Stop } | Should -Throw '*title*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'under -ErrorAction Stop lets the message go again' {
        Add-Fault $simulator @{ errcode = -1 }
        try { Send-WeComText again -Robot $robot -ErrorAction Stop -ErrorVariable failed } catch { $caught = $_ }

        $caught | Send-WeComMessage -Robot $robot
        $failed | Select-Object -Last 1 | Send-WeComMessage -Robot $robot
        (Get-Received $simulator).Payload.text.content | Should -Be again, again
    }

    It 'of an answer that cannot be read says so, and the next input is sent: <What>' -ForEach @(
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

    It 'says of a file''s error that it holds a path' {
        Send-WeComFile missing.log -Robot $robot -ErrorVariable failed -ErrorAction SilentlyContinue

        (Get-Failure { $failed | Send-WeComMessage -Robot $robot }).Exception.Message | Should -BeLike '*missing.log*takes files*'
    }

    It 'leaves the next input its turn after a payload that holds itself' {
        $endless = @{ msgtype = 'text' }
        $endless.text = $endless
        $endless, '{"msgtype":"text","text":{"content":"next"}}' |
            Send-WeComMessage -Robot $robot -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        (Get-Received $simulator).Payload.text.content | Should -Be next
    }

    It 'shows of a list that holds itself a few levels' {
        $list = [System.Collections.ArrayList] @(1)
        $null = $list.Add($list)

        [pscustomobject] @{ x = $list } | ConvertTo-WeComMarkdown | Should -BeLike '*| 1; 1, (1, *…*|*'
    }

    It 'refuses an empty mention in Markdown, as in text' -ForEach @(@{ Name = 'Send-WeComMarkdown' }, @{ Name = 'Send-WeComText' }) {
        $failure = Get-Failure { & $Name hi -Mention '' -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'tells of an unknown key on an upload what it tells on a send' {
        $unknown = $robot -replace 'key=.*', "key=$([guid]::NewGuid())"
        $failure = Get-Failure { Send-WeComFile (New-TestFile a.txt ([byte[]]::new(6))) -Robot $unknown }

        $failure.Exception.Message | Should -BeLike '*webhook is not valid*'
        $failure.Exception.Message | Should -Not -BeLike '*Shorten*'
    }
}
