# Texts follow $PSUICulture: Chinese for cultures with simplified characters, English for all others. Ids stay the same.
Describe 'The language of texts' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $robot = Get-Webhook $simulator

        function Use-Culture([string] $Name, [scriptblock] $Script) {
            $before = [CultureInfo]::CurrentUICulture
            [CultureInfo]::CurrentUICulture = $Name
            try { & $Script } finally { [CultureInfo]::CurrentUICulture = $before }
        }
    }

    AfterAll { Stop-Simulator $simulator }

    It 'is <Language> for <Culture>' -ForEach @(
        @{ Culture = 'en-US'; Language = 'English'; Text = 'There is no robot*' }
        @{ Culture = 'de-DE'; Language = 'English'; Text = 'There is no robot*' }
        @{ Culture = 'zh-TW'; Language = 'English'; Text = 'There is no robot*' }
        @{ Culture = 'zh-CN'; Language = 'Chinese'; Text = '没有名为“nobody”的机器人。*' }
        @{ Culture = 'zh-SG'; Language = 'Chinese'; Text = '没有名为“nobody”的机器人。*' }
        @{ Culture = 'zh-Hans-CN'; Language = 'Chinese'; Text = '没有名为“nobody”的机器人。*' }
    ) {
        $failure = Use-Culture $Culture { Get-Failure { Send-WeComText hi -Robot nobody } }

        $failure.Exception.Message | Should -BeLike $Text
        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
    }

    It 'does not change id, category, code and the text of the service' {
        Add-Fault $simulator @{ errcode = 93000 }, @{ errcode = 93000 }
        $english, $chinese = 'en-US', 'zh-CN' | ForEach-Object { Use-Culture $_ { Get-Failure { Send-WeComText hi -Robot $robot } } }

        $chinese.FullyQualifiedErrorId | Should -Be $english.FullyQualifiedErrorId
        $chinese.CategoryInfo.Category | Should -Be $english.CategoryInfo.Category
        $chinese.Exception.ErrorCode | Should -Be 93000
        $chinese.Exception.ServerMessage | Should -Be $english.Exception.ServerMessage
        $chinese.Exception.Message | Should -BeLike '*拒绝了请求，errcode 93000*'
    }

    It 'joins Chinese sentences without spaces' {
        $failure = Use-Culture zh-CN { Get-Failure { Send-WeComText '' -Robot $robot } }

        "$failure" | Should -Be 'text 消息无法发送：text.content 必填，现在为空。对应的参数：Send-WeComText -Content。'
    }

    It 'applies to warnings, verbose output, -WhatIf and progress, from any thread' {
        $pipeline = [powershell]::Create().AddScript({
                param($module, $robot, $file)
                Import-Module $module
                Import-WeComRobot
                [CultureInfo]::CurrentUICulture = 'zh-CN'
                Publish-WeComMedia $file -Robot $robot -Name 'a"b.txt' -Verbose
            }.ToString()).AddArgument("$PSScriptRoot/Simulator.psm1").AddArgument($robot).AddArgument((New-TestFile a.txt (1..6)))
        $media = $pipeline.Invoke()

        $media.Name | Should -Be 'a_b.txt'
        "$($pipeline.Streams.Warning)" | Should -BeLike '文件将显示为*'
        "$($pipeline.Streams.Verbose)" | Should -BeLike '*正在把“a_b.txt”（6 字节）上传到*'
        $pipeline.Streams.Progress[0].Activity | Should -Be '企业微信群机器人'
        "$($pipeline.Streams.Progress.StatusDescription)" | Should -BeLike '*正在上传 a_b.txt*'
        Use-Culture zh-CN { Get-HostText { Send-WeComText hi -Robot $robot -WhatIf } } | Should -BeLike '*发送 text 消息*'
        $pipeline.Dispose()
    }

    It 'applies to the views' {
        $receipt = Send-WeComText hi -Robot $robot -PassThru
        $view, $window = Use-Culture zh-CN { $receipt | Out-String; Get-WeComRateLimit $robot | Out-String }

        $view | Should -Match '发送时间 +消息类型 +分段 +等待 +机器人'
        $window | Should -Match '限制 +: 60 秒内 20 条'
    }
}
