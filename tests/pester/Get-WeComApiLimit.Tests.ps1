Describe 'Get-WeComApiLimit' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
    }

    It 'lists the robot''s own limit first, then those of the APIs' {
        $limits = Get-WeComApiLimit

        $limits | Should -BeOfType WeComRobot.Reference.ApiLimit
        $limits.PerMinute | Should -Be 20, 10000, 20000, 40000
        $limits.PerHour | Should -Be $null, 150000, 600000, 1200000
        $limits[0].Scope | Should -Be 'robot'
        $limits.Source.Url | Should -Be (@('https://developer.work.weixin.qq.com/document/path/91770') + @('https://developer.work.weixin.qq.com/document/path/90312') * 3)
    }

    It 'prints one line for each' {
        $lines = (Get-WeComApiLimit | Out-String -Width 200).Trim() -split '\r?\n'

        $lines.Count | Should -Be 6
        $lines[3] | Should -Match '10000 +150000 +enterprise, for each API +https://developer.work.weixin.qq.com/document/path/90312'
    }

    It 'is available in Chinese' {
        $language = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'zh-CN'
            $limits = Get-WeComApiLimit
        }
        finally { [cultureinfo]::CurrentUICulture = $language }

        $limits.Scope | Should -Be '机器人', '企业/API', 'IP/API', '第三方/IP/API'
    }
}
