Describe 'New-WeComCardEmphasis' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
    }

    It 'writes <Arguments.Keys>' -ForEach @(
        @{ Arguments = @{ Title = '100'; Description = '数据含义' }; Json = '{ "title": "100", "desc": "数据含义" }' }
        @{ Arguments = @{ Title = '100' }; Json = '{ "title": "100" }' }
        @{ Arguments = @{ Description = '数据含义' }; Json = '{ "desc": "数据含义" }' }
    ) {
        $written = Get-CardJson emphasis_content (New-WeComCardAction u), (New-WeComCardEmphasis @Arguments)
        Test-JsonEqual $written $Json | Should -BeTrue -Because $written
    }

    It 'accepts figure and meaning by position; the figure can be a number' {
        New-WeComCardEmphasis 99.5 % | Should -Be (New-WeComCardEmphasis -Title '99.5' -Description '%')
    }
}
