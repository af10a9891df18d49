Describe 'New-WeComCardImage' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
    }

    It 'writes <Name>' -ForEach @(
        @{ Name = 'the URL'; Arguments = @{ Url = 'https://e.com/a.png' }; Json = '{ "url": "https://e.com/a.png" }' }
        @{ Name = 'URL and ratio'; Arguments = @{ Url = 'https://e.com/a.png'; AspectRatio = 2.25 }
            Json = '{ "url": "https://e.com/a.png", "aspect_ratio": 2.25 }'
        }
    ) {
        $written = Get-CardJson card_image (New-WeComCardAction u), (New-WeComCardImage @Arguments)
        Test-JsonEqual $written $Json | Should -BeTrue -Because $written
    }

    It 'accepts URL and ratio by position, and writes the ratio as JSON does, in any culture' {
        Use-Culture de-DE { Get-CardJson card_image (New-WeComCardAction u), (New-WeComCardImage u 1.5) } |
            Should -BeExactly '{"url":"u","aspect_ratio":1.5}'
    }

    It 'does not bind a ratio that is not a number' {
        { New-WeComCardImage u wide } | Should -Throw -ErrorId 'CannotConvertArgument*,*' -ExpectedMessage "*'AspectRatio'*"
    }

    It 'does not bind without -Url or with an empty one' {
        (Get-BindingError 'New-WeComCardImage -AspectRatio 1.5').Exception.Message | Should -BeLike '*mandatory*: Url.'
        { New-WeComCardImage '' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage "*'Url'*"
    }
}
