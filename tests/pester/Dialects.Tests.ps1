Describe 'Markdown that the type does not render' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    It 'is sent with a warning: <Content>' -ForEach @(
        @{ Content = "<font color='red'>CPU</font></br>&nbsp;"; Arguments = @{}; Expected = "*'red'*Adapt*" }
        @{ Content = "| a |`n| --- |`n| 1 |`n`n- b`n`n``````log`nc`n``````"; Arguments = @{}; Expected = '*a table*V2*Adapt*' }
        @{ Content = "a`n`n1. b`n2. c"; Arguments = @{}; Expected = 'Line 3*a list*' }
        @{ Content = '_a_ and **b**'; Arguments = @{}; Expected = '*between _,*-Adapt*' }
        @{ Content = '~~a~~'; Arguments = @{ V2 = $true }; Expected = '*between ~~,*leave the marks out*' }
        @{ Content = '#标题'; Arguments = @{ V2 = $true }; Expected = '*no space after it*-Adapt*' }
        @{ Content = "| a |`n|---|`n| b<br>c |"; Arguments = @{ V2 = $true }; Expected = 'Line 3*HTML (br)*' }
        @{ Content = '<font color="warning">a</font> <@zhangsan>'; Arguments = @{ V2 = $true }; Expected = '*<font>*' }
        @{ Content = '<@zhangsan> a'; Arguments = @{ V2 = $true }; Expected = '*<@zhangsan>*' }
        @{ Content = '[a](https://a.example/x y)'; Arguments = @{}; Expected = '*%20*' }
        @{ Content = '[a](https://a.example/x y)'; Arguments = @{ V2 = $true }; Expected = '*%20*' }
        @{ Content = 'a\nb: c\n95%'; Arguments = @{ V2 = $true }; Expected = '*\n*' }
    ) {
        Send-WeComMarkdown $Content @Arguments -Robot $robot, (Get-Webhook $simulator) -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -HaveCount 1
        "$told" | Should -BeLike $Expected
        $payload = (Get-Received $simulator)[0].Payload
        $payload.($payload.msgtype).content | Should -BeExactly $Content
    }

    It 'gives one warning for content in several parts, and for content that -Join packs' {
        $table = @('| a |', '| --- |') + @("| $('x' * 90) |") * 100
        $table -join "`n" | Send-WeComMarkdown -Robot $robot -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -HaveCount 1

        $table | Send-WeComMarkdown -Join -Robot $robot -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -HaveCount 1
    }

    It 'is not found in: <_>' -ForEach 'a < b', 'C:\new', '2 * 3', '- 5 °C', 'mail <ops@example.com>', '`<b>` and `![x](y)`', '*.log and *.txt', '__init__.py', '#123' {
        Send-WeComMarkdown $_ -Robot $robot -WarningVariable told
        Send-WeComMarkdown $_ -V2 -Robot $robot -WarningVariable +told
        Send-WeComText $_ -Robot $robot -WarningVariable +told
        $told | Should -BeNullOrEmpty
    }

    It 'gives a warning for \n in a text' {
        Send-WeComText '磁盘告警\n主机: web01\n已用: 95%' -Robot $robot -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -HaveCount 1
    }

    It 'gives a warning for Markdown in a text' {
        Send-WeComText '见 [文档](https://a.example/doc)' -Robot $robot -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -HaveCount 1
        "$told" | Should -BeLike '*Send-WeComMarkdown*'
    }

    It 'gives a warning for a payload, even if it is only shown' {
        $payload = @{ msgtype = 'markdown'; markdown = @{ content = "- a`n- b" } }
        $payload | Send-WeComMessage -Robot $robot -WarningVariable told -WarningAction SilentlyContinue
        $payload | ConvertTo-WeComJson -WarningVariable +told -WarningAction SilentlyContinue | Should -BeLike '*- a\n- b*'
        $told | Should -HaveCount 2
    }

    It 'is rewritten with -Adapt, without a warning' {
        $report = "# 日报`n`n- 一`n- 二`n`n| 主机 | 状态 |`n| --- | --- |`n| web01 | down |`n`n![图](https://a.example/c.png)`n<b>重要</b><br>`n`n``````log`nERROR 1`n``````"
        Send-WeComMarkdown $report -Adapt -Robot $robot -WarningVariable told
        $told | Should -BeNullOrEmpty
        (Get-Received $simulator).Payload.markdown.content |
            Should -BeExactly "# 日报`n`n• 一`n• 二`n`n主机：web01；状态：down`n`n[图](https://a.example/c.png)`n**重要**`n`n> ERROR 1"
    }

    It 'is rewritten for markdown_v2' {
        Send-WeComMarkdown '<font color="warning">告警</font> <@zhangsan>' -V2 -Adapt -Robot $robot -WarningVariable told
        $told | Should -BeNullOrEmpty
        (Get-Received $simulator).Payload.markdown_v2.content | Should -BeExactly '告警 @zhangsan'
    }

    It 'is rewritten as a whole with -Join' {
        '| a | b |', '|---|---|', '| 1 | 2 |', '- c' | Send-WeComMarkdown -Adapt -Join -Robot $robot
        (Get-Received $simulator).Payload.markdown.content | Should -BeExactly "a: 1; b: 2`n• c"
    }
}
