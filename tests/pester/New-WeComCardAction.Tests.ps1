Describe 'New-WeComCardAction' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
    }

    It 'writes <Name>' -ForEach @(
        @{ Name = 'a URL'; Arguments = @{ Url = 'https://e.com' }; Json = '{ "type": 1, "url": "https://e.com" }' }
        @{ Name = 'a mini program'; Arguments = @{ AppId = 'wx1' }; Json = '{ "type": 2, "appid": "wx1" }' }
        @{ Name = 'a page of a mini program'; Arguments = @{ AppId = 'wx1'; PagePath = 'a/b' }; Json = '{ "type": 2, "appid": "wx1", "pagepath": "a/b" }' }
        @{ Name = 'a URL and a mini program, where the URL wins'; Arguments = @{ Url = 'https://e.com'; AppId = 'wx1'; PagePath = 'a/b' }
            Json = '{ "type": 1, "url": "https://e.com", "appid": "wx1", "pagepath": "a/b" }'
        }
    ) {
        $written = Get-CardJson card_action (New-WeComCardAction @Arguments)
        Test-JsonEqual $written $Json | Should -BeTrue -Because $written
    }

    It 'accepts the URL by position' {
        New-WeComCardAction https://e.com | Should -Be (New-WeComCardAction -Url https://e.com)
    }

    It 'does not bind <_>' -ForEach '', '-PagePath a/b' {
        (Get-BindingError "New-WeComCardAction $_").FullyQualifiedErrorId |
            Should -BeExactly 'MissingMandatoryParameter,WeComRobot.Commands.NewWeComCardActionCommand'
    }

    It 'does not bind an empty -<_>' -ForEach 'Url', 'AppId' {
        $empty = @{ $_ = '' }
        { New-WeComCardAction @empty } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage "*'$_'*"
    }
}
