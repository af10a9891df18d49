Describe 'Advice' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $robot = Get-Webhook $simulator

        # Warnings, or the error
        function Get-Told([scriptblock] $Script) { "$(try { & $Script 3>&1 2>&1 } catch { $_ })" }
    }

    AfterAll { Stop-Simulator $simulator }

    It 'names what is typed: <Advice>' -ForEach @(
        @{ Advice = 'Get-Content -Raw'; Script = { '{' | Send-WeComMessage -Robot $robot } }
        @{ Advice = 'ConvertTo-Json*-Depth 10'; Script = { '{"msgtype":"text","text":"System.Object"}' | Send-WeComMessage -Robot $robot } }
        @{ Advice = 'Send-WeComImage'; Script = { Send-WeComMarkdown '![a](data:image/png;base64,iVBORw0KGgo=)' -V2 -Robot $robot } }
        @{ Advice = 'without -V2*(Send-WeComText)'; Script = { Send-WeComMarkdown hi -V2 -Mention zhangsan -Robot $robot } }
        @{ Advice = '(-MentionAll)'; Script = { Send-WeComText hi -Mention all -Robot $robot } }
        @{ Advice = '-MentionAll: Send-WeComText, or Send-WeComAlert -As Text'; Script = { Send-WeComMarkdown hi -Mention '@all' -Robot $robot } }
        @{ Advice = 'Get-Content and Import-Csv have -Encoding'; Script = { Send-WeComText "a$([char]0xFFFD)" -Robot $robot } }
        @{ Advice = '`n in double quotes*"`n"'; Script = { Send-WeComText 'a\nb: c' -Robot $robot } }
        @{ Advice = 'markdown_v2 (-V2)*(-Adapt)'; Script = { Send-WeComMarkdown "| a |`n| --- |`n| 1 |" -Robot $robot } }
        @{ Advice = 'use -Overflow File'; Script = { Send-WeComMarkdown "[a](https://a.example/$('x' * 5000))" -Robot $robot } }
        @{ Advice = 'Raise -MaxPart*-Overflow Truncate'; Script = { Send-WeComText ("line`n" * 2000) -MaxPart 2 -Robot $robot } }
        @{ Advice = 'Raise -MaxPart, or leave articles out'; Script = { Send-WeComNews (@(New-WeComArticle t https://a.example) * 9) -MaxPart 1 -Robot $robot } }
        @{ Advice = '(Set-Secret)*-SecretName in place of -Webhook'; Script = { Register-WeComRobot ops -Webhook $robot -Persist } }
    ) {
        Get-Told $Script | Should -BeLike "*$($Advice -replace '`', '``')*"
    }

    It 'is Chinese where the user is' {
        $language = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'zh-CN'
            Get-Told { Send-WeComMarkdown "- a`n- b" -Robot $robot } | Should -BeLike '*请作为 markdown_v2 发送（-V2），或者让它自动改写（-Adapt）。*'
        }
        finally { [cultureinfo]::CurrentUICulture = $language }
    }
}
