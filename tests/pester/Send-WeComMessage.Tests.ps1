Describe 'Send-WeComMessage' {
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

    Context 'the official sample of <Sample>' -ForEach @(
        'text', 'markdown', 'markdown_v2', 'image', 'news', 'file', 'voice', 'text_notice', 'news_notice' |
            ForEach-Object { @{ Sample = $_ } }
    ) {
        BeforeEach {
            # Three samples have placeholders for an image or an upload
            $png = Get-Png
            $md5 = [Convert]::ToHexString([System.Security.Cryptography.MD5]::HashData($png)).ToLowerInvariant()
            $json = (Get-SampleJson $Sample) -creplace '"DATA"', "`"$([Convert]::ToBase64String($png))`"" -creplace '"MD5"', "`"$md5`""
            if ($Sample -in 'file', 'voice') {
                $id = (Publish-WeComMedia (New-TestFile a.amr (Get-Amr 1)) -Type $Sample -Robot $robot).MediaId
                $json = $json -creplace '"(3a8asd892asd8asd|MEDIA_ID)"', "`"$id`""
            }
        }

        It 'can be sent as <As>, and arrives equal as JSON' -ForEach @(
            @{ As = 'JSON text'; Read = { $json } }
            @{ As = 'a hashtable'; Read = { $json | ConvertFrom-Json -AsHashtable } }
            @{ As = 'a custom object'; Read = { $json | ConvertFrom-Json } }
        ) {
            & $Read | Send-WeComMessage -Robot $robot | Should -BeNullOrEmpty

            $body = (Get-Received $simulator).body
            Test-JsonEqual $body $json | Should -BeTrue -Because $body
        }
    }

    It 'sends a hashtable as users write it: numbers, ordered and custom objects, pipeline values' {
        Send-WeComMessage -Robot $robot @{
            msgtype       = 'template_card'
            template_card = [ordered]@{
                card_type               = 'news_notice'
                main_title              = @{ title = '甲' }
                card_image              = @{ url = 'https://example.com/a.png'; aspect_ratio = 1.5 }
                horizontal_content_list = @([pscustomobject]@{ keyname = '主机'; value = 'web01' | Select-Object })
                card_action             = @{ type = 1; url = 'https://example.com' }
            }
        }

        $card = (Get-Received $simulator).Payload.template_card
        $card.card_image.aspect_ratio | Should -Be 1.5
        $card.horizontal_content_list.value | Should -BeExactly web01
    }

    It 'interprets what PowerShell makes of <What> as intended' -ForEach @(
        @{ What = 'a list of one'; Text = { @{ content = 'x'; mentioned_list = 'zs', 'ls' | Where-Object { $_ -like 'z*' } } }; Sent = '{"content":"x","mentioned_list":["zs"]}' }
        @{ What = 'numbers'; Text = { @{ content = 95.5; mentioned_mobile_list = 13800001111, [double] 13800002222 } }
            Sent = '{"content":"95.5","mentioned_mobile_list":["13800001111","13800002222"]}'
        }
        @{ What = 'lines'; Text = { [pscustomobject] @{ content = 'a', '', 'b' } }; Sent = '{"content":"a\n\nb"}' }
        @{ What = 'an enum'; Text = { @{ content = [DayOfWeek]::Friday } }; Sent = '{"content":"Friday"}' }
        @{ What = 'a switch'; Text = { @{ content = $true } }; Sent = '{"content":"True"}' }
        @{ What = 'a version'; Text = { @{ content = [version] '2.4' } }; Sent = '{"content":"2.4"}' }
    ) {
        Send-WeComMessage @{ msgtype = 'text'; text = & $Text } -Robot $robot

        (Get-Received $simulator).body | Should -BeExactly "{`"msgtype`":`"text`",`"text`":$Sent}"
    }

    It 'accepts the lines of a file, a list of messages, and JSON with byte order marks' {
        Send-WeComMessage '{"msgtype":"text",', '"text":{"content":"a"}}' -Robot $robot
        Send-WeComMessage @{ msgtype = 'text'; text = @{ content = 'b' } }, '{"msgtype":"text","text":{"content":"c"}}' -Robot $robot
        "`u{FEFF}`u{FEFF}{`"msgtype`":`u{FEFF}`"text`",`"text`":{`"content`":`"d`"}}" | Send-WeComMessage -Robot $robot

        (Get-Received $simulator).Payload.text.content | Should -Be a, b, c, d
    }

    It 'accepts base64 with <What>' -ForEach @(
        @{ What = 'line breaks'; Change = { [Convert]::ToBase64String($_, 'InsertLineBreaks') } }
        @{ What = 'the head of a data URL'; Change = { 'data:image/png;base64,' + [Convert]::ToBase64String($_) } }
        @{ What = 'lines of their own'; Change = { [Convert]::ToBase64String($_, 'InsertLineBreaks') -split '\r\n' } }
    ) {
        $png = Get-Png
        $md5 = [BitConverter]::ToString([System.Security.Cryptography.MD5]::HashData($png))
        Send-WeComMessage @{ msgtype = 'image'; image = @{ base64 = , $png | ForEach-Object $Change; md5 = $md5 } } -Robot $robot

        (Get-Received $simulator).Payload.image.base64 | Should -BeExactly ([Convert]::ToBase64String($png))
    }

    It 'sends several types from one pipeline, with receipts' {
        $receipts = '{"msgtype":"text","text":{"content":"one"}}', @{ msgtype = 'markdown'; markdown = @{ content = 'two' } } |
            Send-WeComMessage -Robot $robot -PassThru

        $receipts.MessageType | Should -Be text, markdown
    }

    It 'rejects <What>, sends nothing of it, and continues with the next' -ForEach @(
        @{ What = 'an unknown field'; Message = '{"msgtype":"text","text":{"content":"x","mention":["a"]}}'; Says = '*text.mention*' }
        @{ What = 'an unknown field at the top'; Message = @{ msgtype = 'text'; text = @{ content = 'x' }; chatid = 1 }; Says = '*chatid*' }
        @{ What = 'a value of the wrong type'; Message = '{"msgtype":"text","text":{"content":{"a":5}}}'; Says = "*'text.content'*must be a text, not an object*" }
        @{ What = 'a depth too small'; Message = '{"msgtype":"news","news":{"articles":["System.Collections.Hashtable"]}}'; Says = "*'news.articles?0?'*System.Collections.Hashtable*ConvertTo-Json*-Depth*" }
        @{ What = 'the text of objects'; Message = '{"msgtype":"text","text":{"content":"@{a=1; b=2}"}}'; Says = "*'text.content'*'@{a=1; b=2}'*-Depth*" }
        @{ What = 'an object in quotation marks'; Message = "$(@{ msgtype = 'text' })"; Says = '*System.Collections.Hashtable*not the object*' }
        @{ What = 'an object without a text'; Message = @{ msgtype = 'text'; text = @{ content = [System.Text.StringBuilder] } }; Says = "*'text.content'*" }
        @{ What = 'a file without -Raw'; Message = '{'; Says = '*ends before*-Raw*' }
        @{ What = 'JSON with a comma too many'; Message = "{`"msgtype`":`"text`",`n}"; Says = '*not valid JSON*line 2*' }
        @{ What = 'text that is no JSON'; Message = 'hello'; Says = '*not valid JSON*' }
        @{ What = 'an empty text'; Message = ''; Says = '*not valid JSON*' }
        @{ What = 'a JSON list'; Message = '[]'; Says = '*not a single JSON object*' }
        @{ What = 'an unknown msgtype'; Message = @{ msgtype = 'Text'; text = @{ content = 'x' } }; Says = "*'Text' is unknown*markdown_v2*" }
        @{ What = 'no msgtype'; Message = @{ text = @{ content = 'x' } }; Says = "*no field 'msgtype'*markdown_v2*Its fields are: text*" }
        @{ What = 'a msgtype written otherwise'; Message = '{"msg_type":"text","content":{"text":"x"}}'; Says = "*no field 'msgtype'*Its fields are: msg_type, content*" }
        @{ What = 'the bytes of a picture'; Message = @{ msgtype = 'image'; image = @{ base64 = [byte[]] (1, 2); md5 = 'x' } }; Says = "*'image.base64'*System.Byte*ToBase64String*" }
        @{ What = 'the bytes of a text'; Message = @{ msgtype = 'text'; text = @{ content = [Text.Encoding]::UTF8.GetBytes('x') } }; Says = "*'text.content'*System.Byte*UTF8.GetString*" }
        @{ What = 'a body of another type'; Message = @{ msgtype = 'text'; markdown = @{ content = 'x' } }; Says = '*markdown*' }
        @{ What = 'a number'; Message = 5; Says = '*not System.Int32*' }
        @{ What = 'a broken rule'; Message = @{ msgtype = 'news'; news = @{ articles = @() } }; Says = '*news.articles has 0 entries*' }
    ) {
        $failure = Get-Failure { $Message, '{"msgtype":"text","text":{"content":"next"}}' | Send-WeComMessage -Robot $robot }

        @($failure).Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        $failure.CategoryInfo.Category | Should -Be InvalidData
        $failure.Exception.Message | Should -BeLike $Says
        (Get-Received $simulator).Payload.text.content | Should -Be next
    }

    It 'checks the image in a payload: <Says>' -ForEach @(
        @{ Image = @{ base64 = 'DATA'; md5 = 'MD5' }; Id = 'WeComInvalidMedia'; Says = '*JPG*' }
        @{ Image = @{ base64 = '%%'; md5 = 'MD5' }; Id = 'WeComInvalidMedia'; Says = '*image.base64 is not valid*' }
        @{ Image = @{ base64 = 'PNG'; md5 = 'MD5' }; Id = 'WeComInvalidMessage'; Says = '*image.md5*' }
    ) {
        if ($Image.base64 -eq 'PNG') { $Image.base64 = [Convert]::ToBase64String((Get-Png)) }
        $failure = Get-Failure { Send-WeComMessage @{ msgtype = 'image'; image = $Image } -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure.Exception.Message | Should -BeLike $Says
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'sends a message object, and the message of a failed delivery' {
        Add-Fault $simulator @{ errcode = -1 }
        $failure = Get-Failure { Send-WeComMarkdown '**again**' -Robot $robot }
        $failure | ForEach-Object TargetObject | Send-WeComMessage -Robot $robot

        (Get-Received $simulator).Payload.markdown.content | Should -BeExactly '**again**'
    }
}
