Describe 'New-WeComCardLink' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
    }

    It 'opens <Name>' -ForEach @(
        @{ Name = 'nothing'; Arguments = @{}; Json = '' }
        @{ Name = 'a URL'; Arguments = @{ Url = 'https://e.com' }; Json = ', "type": 1, "url": "https://e.com"' }
        @{ Name = 'a mini program'; Arguments = @{ AppId = 'wx1' }; Json = ', "type": 2, "appid": "wx1"' }
        @{ Name = 'a page of a mini program'; Arguments = @{ AppId = 'wx1'; PagePath = 'a/b' }; Json = ', "type": 2, "appid": "wx1", "pagepath": "a/b"' }
        @{ Name = 'the URL where both are given'; Arguments = @{ Url = 'https://e.com'; AppId = 'wx1'; PagePath = 'a/b' }
            Json = ', "type": 1, "url": "https://e.com", "appid": "wx1", "pagepath": "a/b"'
        }
    ) {
        $written = Get-CardJson jump_list (New-WeComCardAction u), (New-WeComCardLink 官网 @Arguments)
        $expected = '[{ "title": "官网"' + $Json + ' }]'
        Test-JsonEqual $written $expected | Should -BeTrue -Because $written
    }

    It 'accepts text and URL by position' {
        New-WeComCardLink 官网 https://e.com | Should -Be (New-WeComCardLink -Title 官网 -Url https://e.com)
    }

    It 'does not bind -PagePath alone' {
        { New-WeComCardLink 官网 -PagePath a/b } | Should -Throw -ErrorId 'AmbiguousParameterSet,WeComRobot.Commands.NewWeComCardLinkCommand'
    }

    It 'does not bind an empty -<_>' -ForEach 'Url', 'AppId' {
        $empty = @{ $_ = '' }
        { New-WeComCardLink 官网 @empty } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage "*'$_'*"
    }

    It 'does not bind without -Title or with an empty one' {
        (Get-BindingError 'New-WeComCardLink -Url u').Exception.Message | Should -BeLike '*mandatory*: Title.'
        { New-WeComCardLink '' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage "*'Title'*"
    }
}
