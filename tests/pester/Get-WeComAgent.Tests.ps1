Describe 'Get-WeComAgent' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
    }

    It 'lists every row of the FAQ' {
        $all = Get-WeComAgent

        $all | Should -BeOfType WeComRobot.Reference.AgentInfo
        $all.Count | Should -Be 32
        ($all | Where-Object Id).Count | Should -Be 11
    }

    It 'shows the name, class, APIs and their documents for an id' {
        $agent = Get-WeComAgent 3010040

        $agent.Id, $agent.Name, $agent.Class, $agent.ClassName, $agent.IsKnown | Should -Be 3010040, 'Approval', 'BuiltIn', 'built-in app', $true
        $agent.Api.Title | Should -Be 'Secret', 'Event callback', 'Approval API'
        $agent.Api[2].Url | Should -Be https://work.weixin.qq.com/api/doc/17893
    }

    It 'accepts ids by <How>' -ForEach @(
        @{ How = 'position'; Script = { Get-WeComAgent 2000002, 1000007 } }
        @{ How = 'name'; Script = { Get-WeComAgent -Id 2000002, 1000007 } }
        @{ How = 'pipeline'; Script = { 2000002, 1000007 | Get-WeComAgent } }
        @{ How = 'pipeline, as text'; Script = { '2000002', '1000007' | Get-WeComAgent } }
        @{ How = 'position, as text'; Script = { Get-WeComAgent '2000002', '1000007' } }
    ) {
        (& $Script).Id | Should -Be 2000002, 1000007
    }

    It 'accepts names from the pipeline' {
        ('审批', 'live' | Get-WeComAgent).Id | Should -Be 3010040, 3010097
    }

    It 'rejects an empty name' {
        { Get-WeComAgent $null } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        { Get-WeComAgent -Name '' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'classifies <Id>, which the FAQ does not list, as <Class>' -ForEach @(
        @{ Id = 1000002; Class = 'Own' }
        @{ Id = 2999999; Class = 'System' }
        @{ Id = 3000001; Class = 'BuiltIn' }
    ) {
        $agent = Get-WeComAgent $Id

        $agent.Class, $agent.IsKnown, $agent.Name | Should -Be $Class, $false, $null
        $agent.Note | Should -BeLike '*does not list*'
    }

    It 'reports that <_> is of no class' -ForEach -1, 0, 999999, 4000000 {
        $agent = Get-WeComAgent $_

        $agent.Class, $agent.IsKnown | Should -Be $null, $false
        $agent | Out-String -Width 200 | Should -BeLike '*no class*'
    }

    It 'finds <Name>' -ForEach @(
        @{ Name = '审批'; Found = 3010040 }
        @{ Name = 'APPROVAL'; Found = 3010040 }
        @{ Name = '通讯录*'; Found = 2000002, $null }
        @{ Name = '*archive*', 'live'; Found = 2000004, 3010097 }
        @{ Name = 'x*'; Found = @() }
    ) {
        @((Get-WeComAgent $Name).Id) | Should -Be $Found
        @((Get-WeComAgent -Name $Name).Id) | Should -Be $Found
    }

    It 'reports a name that the FAQ does not list, and writes the others' {
        $agents = Get-WeComAgent 审批, nobody, 汇报 -ErrorVariable failure -ErrorAction SilentlyContinue

        $agents.Id | Should -Be 3010040, 3010041
        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComAgentNotFound,WeComRobot.Commands.GetWeComAgentCommand'
        $failure.CategoryInfo.Category | Should -Be ObjectNotFound
        $failure.Exception.Message | Should -BeLike "*no agent 'nobody'*"
        ($failure | Get-WeComErrorInfo).ErrorId | Should -Be WeComAgentNotFound
    }

    It 'prints a table, and the documents with Format-List' {
        $table = Get-WeComAgent 3010040, 1000007 | Out-String -Width 200

        $table | Should -Match '3010040 built-in app +Approval +Secret, Event callback, Approval API'
        $table | Should -Match '1000007 own app +The FAQ does not list this id'
        Get-WeComAgent 3010040 | Format-List | Out-String -Width 200 | Should -BeLike '*Approval API <https://work.weixin.qq.com/api/doc/17893>*'
    }

    It 'is available in Chinese' {
        $language = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'zh-CN'
            $agent = Get-WeComAgent approval
        }
        finally { [cultureinfo]::CurrentUICulture = $language }

        $agent.Name, $agent.Class | Should -Be '审批', 'BuiltIn'
        $agent.Api.Title | Should -Be '密钥', '事件接收', '审批/API'
    }
}
