Describe 'Text that programs write for a terminal' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $e = [char] 27
        $log = "$e[36m==> npm test$e[0m`r`n 10%`r 60%`r100%`r`n$e[1;31mFAILED$e[0m tests/订单.spec.ts$e[K`r`n$e]8;;https://ci.example.com/1$e\日志$e]8;;$e\`r`n"
        $seen = "==> npm test`n100%`nFAILED tests/订单.spec.ts`n日志"
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    It 'arrives from <Name> as it appeared' -ForEach @(
        @{ Name = 'Send-WeComText'; Send = { $log | Send-WeComText -Robot $robot }; Content = { $_.text.content } }
        @{ Name = 'Send-WeComText -Join'; Send = { $log -split "(?<=`n)" | Send-WeComText -Join -Robot $robot }; Content = { $_.text.content -replace "`n`n", "`n" } }
        @{ Name = 'Send-WeComMarkdown'; Send = { Send-WeComMarkdown $log -Robot $robot }; Content = { $_.markdown.content } }
        @{ Name = 'Send-WeComMarkdown -V2'; Send = { Send-WeComMarkdown $log -V2 -Robot $robot }; Content = { $_.markdown_v2.content } }
        @{ Name = 'a payload'; Send = { @{ msgtype = 'text'; text = @{ content = "`n$log`n" } } | Send-WeComMessage -Robot $robot }; Content = { $_.text.content } }
        @{ Name = 'an article'; Send = { New-WeComArticle $log 'https://a.example' | Send-WeComNews -Robot $robot }; Content = { $_.news.articles[0].title } }
        @{ Name = 'a card'; Send = { New-WeComCard -Title t -SubTitle $log -Action 'https://a.example' | Send-WeComCard -Robot $robot }; Content = { $_.template_card.sub_title_text } }
    ) {
        & $Send -WarningVariable +told
        (Get-Received $simulator).Payload | ForEach-Object $Content | Should -BeExactly $seen
    }

    It 'is sent unchanged with -Raw, from <_>' -ForEach 'Send-WeComText', 'Send-WeComMarkdown', 'Send-WeComMessage' {
        $given = "`n$e[31mred$e[0m $([char] 0xFFFD)`n`n"
        $content = if ($_ -eq 'Send-WeComMessage') { @{ msgtype = 'text'; text = @{ content = $given } } } else { $given }
        & $_ $content -Raw -Robot $robot -WarningVariable told

        $payload = (Get-Received $simulator).Payload
        $payload.($payload.msgtype).content | Should -BeExactly $given
        $told | Should -BeNullOrEmpty
    }

    It 'is cleaned in cells: <Given>' -ForEach @(
        @{ Given = "`e[1;31mFAILED`e[0m"; Cell = 'FAILED' }
        @{ Given = "10%`r100%"; Cell = '100%' }
        @{ Given = "`e]8;;https://a.example`e\log`e]8;;`e\"; Cell = 'log' }
        @{ Given = "$([char] 0xFEFF)a"; Cell = 'a' }
        @{ Given = "`e[32m`e[0m"; Cell = '' }
    ) {
        [pscustomobject] @{ A = $Given; B = 1 } | ConvertTo-WeComMarkdown | Should -BeExactly "| A | B |`n| :--- | ---: |`n| $Cell | 1 |"
    }

    It 'loses the blank lines that Out-String adds around a table' {
        [pscustomobject] @{ Name = 'hosts'; Length = 1 } | Format-Table | Out-String | Send-WeComText -Robot $robot
        (Get-Received $simulator).Payload.text.content | Should -Match '^Name .*\n.*\n.*1$'
    }

    It 'causes an error if nothing of it is visible: <_>' -ForEach ' ', "`r`n`t`n", "`e[0m", "$([char] 0x3000)$([char] 0x200B)" {
        $failure = Get-Failure { Send-WeComText $_ -Robot $robot }
        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'causes one warning about the encoding if characters were lost' {
        "主机$([char] 0xFFFD)$([char] 0xFFFD)" | Send-WeComText -Robot $robot, (Get-Webhook $simulator) -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -HaveCount 1
        "$told" | Should -BeLike '*-Encoding*'
    }

    It 'is streamed with -Join' {
        $first = { Get-Received $simulator | Select-Object -First 1 }
        1..60 | ForEach-Object {
            if ($_ -eq 60) { & $first | Should -Not -BeNullOrEmpty }
            "$e[32m$('x' * 50)$e[0m`r"
        } | Send-WeComText -Join -Robot $robot
        (Get-Received $simulator).Payload.text.content -join "`n" | Should -BeExactly ((@('x' * 50) * 60) -join "`n")
    }
}
