Describe 'Send-WeComNews' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        function New-Articles($Count) { 1..$Count | ForEach-Object { New-WeComArticle "title $_" www.qq.com } }
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    It 'sends <_> articles as one message, from the parameter' -ForEach 1, 8 {
        Send-WeComNews (New-Articles $_) -Robot $robot | Should -BeNullOrEmpty

        $message = Get-Received $simulator
        @($message).Count | Should -Be 1
        $message.Payload.news.articles.title | Should -Be (1..$_ | ForEach-Object { "title $_" })
    }

    It 'collects the pipeline into one message' {
        $receipt = New-Articles 3 | Send-WeComNews -Robot $robot -PassThru

        $receipt.MessageType | Should -BeExactly news
        $message = Get-Received $simulator
        @($message).Count | Should -Be 1
        $message.Payload.news.articles.title | Should -Be 'title 1', 'title 2', 'title 3'
    }

    It 'accepts hashtables for articles' {
        @{ Title = '礼品'; Url = 'www.qq.com' } | Send-WeComNews -Robot $robot

        (Get-Received $simulator).Payload.news.articles.title | Should -BeExactly '礼品'
    }

    It 'sends <Count> articles as <Sizes>' -ForEach @(
        @{ Count = 9; Sizes = 8, 1 }
        @{ Count = 20; Sizes = 8, 8, 4 }
        @{ Count = 80; Sizes = @(8) * 10 }
    ) {
        $receipts = New-Articles $Count | Send-WeComNews -Robot $robot -PassThru

        $receipts.PartCount | Select-Object -Unique | Should -Be $Sizes.Count
        $messages = @(Get-Received $simulator)
        $messages.ForEach({ @($_.Payload.news.articles).Count }) | Should -Be $Sizes
        $messages.ForEach({ $_.Payload.news.articles.title }) | Should -Be (1..$Count | ForEach-Object { "title $_" })
    }

    It 'rejects more messages than -MaxPart' {
        $failure = Get-Failure { New-Articles 17 | Send-WeComNews -MaxPart 2 -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComContentTooLong,*'
        $failure.Exception.Message | Should -BeLike '*17 articles*3 messages*at most 8; MaxPart allows 2.*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'rejects 9 articles in one error with -Overflow Error, however they are given' {
        $nine = New-Articles 9
        $piped = Get-Failure { $nine | Send-WeComNews -Overflow Error -Robot $robot }
        $given = Get-Failure { Send-WeComNews $nine -Overflow Error -Robot $robot }

        foreach ($failure in $piped, $given) {
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
            $failure.Exception.Message | Should -BeLike '*news.articles has 9 entries*1 to 8*'
        }
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'rejects an empty list, but ignores an empty pipeline' {
        $failure = Get-Failure { Send-WeComNews @() -Robot $robot }

        $failure.Exception.Message | Should -BeLike '*news.articles has 0 entries*1 to 8*'
        Get-Failure { @() | Send-WeComNews -Robot $robot } | Should -BeNullOrEmpty
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'names every empty field of every article in one error' {
        $failure = Get-Failure { @{ Title = 'a' }, @{ Url = 'b' } | Send-WeComNews -Robot $robot }

        @($failure).Count | Should -Be 1
        $failure.Exception.Message | Should -BeLike '*news.articles?0?.url*news.articles?1?.title*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    Context 'with texts that the service truncates' {
        BeforeAll {
            # 129 and 514 bytes, so that a cut within a character would show
            $article = New-WeComArticle ('题' * 43) www.qq.com -Description ('述' * 170 + '🚨')
        }

        It 'warns, and sends them complete' {
            Send-WeComNews $article -Robot $robot -WarningVariable warning -WarningAction SilentlyContinue

            $warning[0] | Should -BeLike '*title has 129*128*'
            $warning[1] | Should -BeLike '*description has 514*512*'
            (Get-Received $simulator).Payload.news.articles.title | Should -BeExactly $article.Title
        }

        It 'truncates them between characters with -Truncate, and does not warn' {
            Send-WeComNews $article -Truncate -Robot $robot -WarningVariable warning

            $warning | Should -BeNullOrEmpty
            $sent = (Get-Received $simulator).Payload.news.articles
            $sent.title | Should -BeExactly ('题' * 42)
            $sent.description | Should -BeExactly ('述' * 170)
        }
    }
}
