Describe 'Send-WeComMarkdown' {
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

    It 'sends <Type> unchanged' -ForEach @(
        @{ Type = 'markdown'; Switch = @{} }
        @{ Type = 'markdown_v2'; Switch = @{ V2 = $true } }
    ) {
        $content = "# 告警 🚨`n<font color=`"warning`">132例</font>`n| a | b |"
        Send-WeComMarkdown $content @Switch -Robot $robot | Should -BeNullOrEmpty

        $payload = (Get-Received $simulator).Payload
        $payload.msgtype | Should -BeExactly $Type
        $payload.$Type.content | Should -BeExactly $content
    }

    It 'sends 4096 bytes of <Type> and, with -Overflow Error, rejects 4097' -ForEach @(
        @{ Type = 'markdown'; Switch = @{} }
        @{ Type = 'markdown_v2'; Switch = @{ V2 = $true } }
    ) {
        $fits = '报' * 1365 + 'x'
        Send-WeComMarkdown $fits @Switch -Overflow Error -Robot $robot
        $failure = Get-Failure { Send-WeComMarkdown "${fits}x" @Switch -Overflow Error -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComContentTooLong,*'
        $failure.CategoryInfo.Category | Should -Be LimitsExceeded
        $failure.Exception.Message | Should -BeLike "*$Type.content*4097*4096*"
        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'writes mentions below the content' {
        Send-WeComMarkdown '**disk** full' -Mention wangqing, lisi -Robot $robot

        (Get-Received $simulator).Payload.markdown.content | Should -BeExactly "**disk** full`n<@wangqing> <@lisi>"
    }

    It 'counts mentions as content' {
        $failure = Get-Failure { Send-WeComMarkdown ('x' * 4090) -Mention wangqing -Overflow Error -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComContentTooLong,*'
        $failure.Exception.Message | Should -BeLike '*4102*4096*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'rejects empty content, with or without mentions: <Arguments.Keys>' -ForEach @(
        @{ Arguments = @{} }, @{ Arguments = @{ V2 = $true } }, @{ Arguments = @{ Mention = 'lisi' } }
    ) {
        $failure = Get-Failure { Send-WeComMarkdown '' @Arguments -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'sends each pipeline input as a message, in order' {
        $receipts = 'one', 'two' | Send-WeComMarkdown -V2 -Robot $robot -PassThru

        (Get-Received $simulator).Payload.markdown_v2.content | Should -Be one, two
        $receipts.MessageType | Should -Be markdown_v2, markdown_v2
    }
}
