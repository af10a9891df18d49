Describe 'New-WeComCardImageText' {
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
        $written = Get-CardJson image_text_area (New-WeComCardAction u), (New-WeComCardImage u), (New-WeComCardImageText https://e.com/a.png @Arguments)
        $expected = '{ "image_url": "https://e.com/a.png"' + $Json + ' }'
        Test-JsonEqual $written $expected | Should -BeTrue -Because $written
    }

    It 'writes title and description' {
        $written = Get-CardJson image_text_area (New-WeComCardAction u), (New-WeComCardImage u), (New-WeComCardImageText i -Title 题 -Description 文)
        Test-JsonEqual $written '{ "title": "题", "desc": "文", "image_url": "i" }' | Should -BeTrue -Because $written
    }

    It 'accepts picture and URL by position' {
        New-WeComCardImageText https://e.com/a.png https://e.com | Should -Be (New-WeComCardImageText -ImageUrl https://e.com/a.png -Url https://e.com)
    }

    It 'does not bind -PagePath alone' {
        { New-WeComCardImageText https://e.com/a.png -PagePath a/b } |
            Should -Throw -ErrorId 'AmbiguousParameterSet,WeComRobot.Commands.NewWeComCardImageTextCommand'
    }

    It 'does not bind an empty -<_>' -ForEach 'Url', 'AppId' {
        $empty = @{ $_ = '' }
        { New-WeComCardImageText https://e.com/a.png @empty } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage "*'$_'*"
    }

    It 'does not bind without -ImageUrl or with an empty one' {
        (Get-BindingError 'New-WeComCardImageText -Url u').Exception.Message | Should -BeLike '*mandatory*: ImageUrl.'
        { New-WeComCardImageText '' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage "*'ImageUrl'*"
    }
}
