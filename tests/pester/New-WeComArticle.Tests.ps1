Describe 'New-WeComArticle' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll { Stop-Simulator $simulator }

    It 'composes the official sample, equal as JSON' {
        New-WeComArticle 中秋节礼品领取 www.qq.com -Description 今年中秋节公司有豪礼相送 -PictureUrl (
            'https://res.mail.qq.com/node/ww/wwopenmng/images/independent/doc/test_pic_msg1.png') |
            Send-WeComNews -Robot $simulator.Webhook

        $body = (Get-Received $simulator).body
        Test-JsonEqual $body (Get-SampleJson news) | Should -BeTrue -Because $body
    }

    It 'accepts table rows by property name' {
        $articles = "Title,Url,Description`n甲,https://a.example,x`n乙,https://b.example," | ConvertFrom-Csv | New-WeComArticle

        $articles.Title | Should -Be 甲, 乙
        $articles.Url | Should -Be https://a.example, https://b.example
    }
}
