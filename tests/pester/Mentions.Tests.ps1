Describe 'Mentions' {
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

    It 'give a warning if they cannot notify anyone: <_>' -ForEach '@zhangsan', 'zhangsan,lisi', 'zhangsan|lisi', 'zhang san', '张三', 'all' {
        Send-WeComText 告警 -Mention $_ -Robot $robot -WarningVariable told -WarningAction SilentlyContinue
        Send-WeComMarkdown 告警 -Mention $_ -Robot $robot -WarningVariable +told -WarningAction SilentlyContinue
        @{ msgtype = 'text'; text = @{ content = 'a'; mentioned_list = @($_, 'lisi') } } | Send-WeComMessage -Robot $robot -WarningVariable +told -WarningAction SilentlyContinue
        $told | Should -HaveCount 3
        $told | Should -BeLike "*'$_'*"
        @(Get-Received $simulator) | Should -HaveCount 3
    }

    It 'are all named in one warning' {
        Send-WeComText '<@李四>' -Mention '@a', 'b' -MentionMobile ([double] 13800001111).ToString('E10') -Robot $robot -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -HaveCount 1
        "$told" | Should -BeLike "*'@a', '1.3800001111E+010', '李四'*"
    }

    It 'give a warning for everyone in Markdown' {
        Send-WeComMarkdown 告警 -Mention '@all' -Robot $robot -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -BeLike '*-MentionAll: Send-WeComText*'
    }

    It 'are trimmed, cleaned and sent once each' {
        Send-WeComText 告警 -Mention ' wangqing ', 'wangqing', '@all' -MentionAll -MentionMobile '+86 138-0000-1111', '13800001111', '+852 6123 4567' -Robot $robot -WarningVariable told
        $told | Should -BeNullOrEmpty
        $text = (Get-Received $simulator).Payload.text
        $text.mentioned_list | Should -BeExactly 'wangqing', '@all'
        $text.mentioned_mobile_list | Should -BeExactly '13800001111', '+85261234567'
    }

    It 'that are objects cause an error that says what to give: <Name>' -ForEach @(
        @{ Name = 'a hashtable'; Given = @{ UserId = 'lisi' } }, @{ Name = 'rows of a CSV file'; Given = @([pscustomobject]@{ UserId = 'lisi' }) }
        @{ Name = 'a process among ids'; Given = 'lisi', (Get-Process -Id $PID) }, @{ Name = 'a switch of groups'; Given = @('a' | Group-Object) }
        @{ Name = 'formatted output'; Given = [pscustomobject]@{ UserId = 'lisi' } | Format-Table }
    ) {
        { Send-WeComText a -Mention $Given -Robot $robot } | Should -Throw '*is not a user id*UserId*'
        { Send-WeComText a -MentionMobile $Given -Robot $robot } | Should -Throw '*is not a user id*UserId*'
        { Send-WeComMarkdown a -Mention $Given -Robot $robot } | Should -Throw '*is not a user id*UserId*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'can be numbers and nested lists' {
        Send-WeComText a -Mention 1001, @('lisi', 'wangqing') -MentionMobile 13800001111, ([double] 13900001111) -Robot $robot -WarningVariable told
        $told | Should -BeNullOrEmpty
        $text = (Get-Received $simulator).Payload.text
        $text.mentioned_list | Should -BeExactly '1001', 'lisi', 'wangqing'
        $text.mentioned_mobile_list | Should -BeExactly '13800001111', '13900001111'
    }

    It 'are an error in markdown_v2' {
        { Send-WeComMarkdown a -V2 -Mention lisi -Robot $robot } |
            Should -Throw '*markdown_v2 has no mentions*Send-WeComText*' -ErrorId 'WeComInvalidMessage,*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'are omitted if the list is empty' {
        Send-WeComMarkdown a -V2 -Mention @() -Robot $robot
        (Get-Received $simulator).Payload.markdown_v2.content | Should -BeExactly a
    }
}
