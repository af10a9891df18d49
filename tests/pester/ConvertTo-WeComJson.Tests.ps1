Describe 'ConvertTo-WeComJson' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator -Key (1..100 | ForEach-Object { [guid]::NewGuid().ToString() })
        # Characters that serializers like to escape
        $text = "报🚨é<b>&'+`"\`t`n<@w>$([char]0x2028)"
        $action = New-WeComCardAction 'https://example.com/?a=1&b=报'
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    Context 'the <Type> message of <By>' -ForEach @(
        @{ Type = 'text'; By = 'Send-WeComText'; Send = { Send-WeComText $text -Mention lisi, '@all' -MentionMobile 13800001111 -Robot $robot } }
        @{ Type = 'markdown'; By = 'Send-WeComMarkdown'; Send = { Send-WeComMarkdown $text -Mention lisi -Robot $robot } }
        @{ Type = 'markdown_v2'; By = 'Send-WeComMarkdown -V2'; Send = { Send-WeComMarkdown $text -V2 -Robot $robot } }
        @{ Type = 'image'; By = 'Send-WeComImage'; Send = { Send-WeComImage -Bytes (Get-Png) -Robot $robot } }
        @{ Type = 'news'; By = 'Send-WeComNews'; Send = {
                Send-WeComNews (New-WeComArticle 题 u -Description $text), (New-WeComArticle t u -PictureUrl p) -Robot $robot
            }
        }
        @{ Type = 'file'; By = 'Send-WeComFile'; Send = { Send-WeComFile (New-TestFile a.txt (1..6)) -Robot $robot } }
        @{ Type = 'voice'; By = 'Send-WeComVoice'; Send = { Send-WeComVoice (New-TestFile a.amr (Get-Amr 1)) -Robot $robot } }
        @{ Type = 'template_card'; By = 'Send-WeComCard'; Send = {
                (New-WeComCardImage u 1.50), (New-WeComCardField 键 $text), (New-WeComCardSource s -Color Red) | New-WeComCard 题 -Action $action |
                    Send-WeComCard -Robot $robot
            }
        }
    ) {
        BeforeEach {
            & $Send
            $body = (Get-Received $simulator).body
        }

        It 'is written byte for byte as posted, from <As>' -ForEach @(
            @{ As = 'JSON text'; Read = { $body } }
            @{ As = 'indented JSON text'; Read = { $body | ConvertTo-WeComJson -Indented } }
            @{ As = 'a hashtable'; Read = { $body | ConvertFrom-Json -AsHashtable } }
            @{ As = 'a custom object'; Read = { $body | ConvertFrom-Json } }
        ) {
            $body | Should -BeLike "{`"msgtype`":`"$Type`",*"
            & $Read | ConvertTo-WeComJson | Should -BeExactly $body
        }

        It 'is the same JSON over several lines with -Indented, and Send-WeComMessage posts it unchanged' {
            $indented = $body | ConvertTo-WeComJson -Indented
            $indented | Send-WeComMessage -Robot $robot

            ($indented -split '\r?\n').Count | Should -BeGreaterThan 4
            Test-JsonEqual $indented $body | Should -BeTrue
            @((Get-Received $simulator).body)[1] | Should -BeExactly $body
        }
    }

    It 'writes raw UTF-8, and omits absent fields' {
        New-WeComCard '报"🚨' -Action https://example.com | ConvertTo-WeComJson | Should -BeExactly (
            '{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"报\"🚨"},' +
            '"card_action":{"type":1,"url":"https://example.com"}}}')
    }

    It 'converts each article to a message of its own' {
        (New-WeComArticle a b), (New-WeComArticle c d) | ConvertTo-WeComJson | Should -BeExactly @(
            '{"msgtype":"news","news":{"articles":[{"title":"a","url":"b"}]}}'
            '{"msgtype":"news","news":{"articles":[{"title":"c","url":"d"}]}}')
    }

    It 'accepts the message of a failed delivery, and shows what would be posted' {
        Add-Fault $simulator @{ errcode = -1 }
        $failure = Get-Failure { Send-WeComText $text -Robot $robot }
        $json = $failure.TargetObject | ConvertTo-WeComJson
        Send-WeComText $text -Robot $robot

        $json | Should -BeExactly (Get-Received $simulator).body
    }

    It 'keeps every digit of a ratio: <_>' -ForEach 1.3, 1.75, 2.25, 1.3333333333 {
        $json = New-WeComCardImage u $_ | New-WeComCard t -Action u | ConvertTo-WeComJson
        ($json | ConvertFrom-Json).template_card.card_image.aspect_ratio | Should -Be $_
    }

    It 'rejects <What>, and continues with the next input' -ForEach @(
        @{ What = 'a number'; Given = 5; Says = '*System.Int32*' }
        @{ What = 'an element of a card'; Given = { New-WeComCardSource a }; Says = '*CardSource*' }
        @{ What = 'an empty text'; Given = ''; Says = '*not valid JSON*' }
        @{ What = 'text that is no JSON'; Given = 'hello'; Says = '*not valid JSON*' }
        @{ What = 'a field that is none'; Given = @{ msgtype = 'text'; text = @{ content = 'x'; mention = 'a' } }; Says = '*text.mention*' }
        @{ What = 'an unknown msgtype'; Given = @{ msgtype = 'Text' }; Says = "*'Text' is unknown*" }
        @{ What = 'no body'; Given = @{ msgtype = 'text' }; Says = '*text is required*' }
        @{ What = 'an empty content'; Given = [pscustomobject]@{ msgtype = 'text'; text = @{ content = '' } }; Says = '*text.content is required*-Content*' }
        @{ What = 'an article without title'; Says = '*news.articles?0?.title*New-WeComArticle -Title*'
            Given = @{ msgtype = 'news'; news = @{ articles = @(@{ url = 'u' }) } }
        }
        @{ What = 'a card without action'; Says = '*New-WeComCard -Action*'
            Given = @{ msgtype = 'template_card'; template_card = @{ card_type = 'text_notice'; main_title = @{ title = 't' } } }
        }
    ) {
        $value = if ($Given -is [scriptblock]) { & $Given } else { $Given }
        $failure, $json = $value, '{"msgtype":"text","text":{"content":"next"}}' | ConvertTo-WeComJson 2>&1

        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComInvalidMessage,WeComRobot.Commands.ConvertToWeComJsonCommand'
        "$failure" | Should -BeLike $Says
        $failure.TargetObject | Should -Be $value
        $json | Should -BeExactly '{"msgtype":"text","text":{"content":"next"}}'
    }

    It 'never complains about a parameter -Message, which it does not have' {
        "$(Get-Failure { ConvertTo-WeComJson 5 })" | Should -Not -Match '-Message\b'
    }

    It 'does not bind $null' {
        { ConvertTo-WeComJson $null } | Should -Throw -ErrorId 'ParameterArgumentValidationErrorNullNotAllowed,*'
    }

    It 'rejects content that is too long, and names the limit' {
        $failure = Get-Failure { @{ msgtype = 'text'; text = @{ content = '报' * 683 } } | ConvertTo-WeComJson }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComContentTooLong,*'
        "$failure" | Should -BeLike '*2049*2048*'
    }

    It 'warns about a length that is not recommended, as the senders do' {
        $null = New-WeComCard ('题' * 27) -Action u | ConvertTo-WeComJson -WarningVariable warning -WarningAction SilentlyContinue

        $warning | Should -BeLike '*main_title.title has 27*26*'
    }
}
