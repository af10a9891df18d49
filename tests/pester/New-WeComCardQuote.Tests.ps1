Describe 'New-WeComCardQuote' {
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
        $written = Get-CardJson quote_area (New-WeComCardAction u), (New-WeComCardQuote 引文 @Arguments)
        $expected = '{ "quote_text": "引文"' + $Json + ' }'
        Test-JsonEqual $written $expected | Should -BeTrue -Because $written
    }

    It 'writes title and text, including line breaks' {
        $written = Get-CardJson quote_area (New-WeComCardAction u), (New-WeComCardQuote "一`n二" -Title 题)
        Test-JsonEqual $written '{ "title": "题", "quote_text": "一\n二" }' | Should -BeTrue -Because $written
    }

    It 'needs no text' {
        Get-CardJson quote_area (New-WeComCardAction u), (New-WeComCardQuote -Title t) | Should -BeExactly '{"title":"t"}'
    }

    It 'accepts text and URL by position' {
        New-WeComCardQuote 引文 https://e.com | Should -Be (New-WeComCardQuote -Text 引文 -Url https://e.com)
    }

    It 'does not bind -PagePath alone' {
        { New-WeComCardQuote 引文 -PagePath a/b } | Should -Throw -ErrorId 'AmbiguousParameterSet,WeComRobot.Commands.NewWeComCardQuoteCommand'
    }

    It 'does not bind an empty -<_>' -ForEach 'Url', 'AppId' {
        $empty = @{ $_ = '' }
        { New-WeComCardQuote 引文 @empty } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage "*'$_'*"
    }
}
