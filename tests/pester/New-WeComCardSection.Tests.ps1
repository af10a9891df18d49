Describe 'New-WeComCardSection' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
    }

    It 'writes title and text, given by position, and needs no text' {
        $written = Get-CardJson vertical_content_list @(
            New-WeComCardAction u; New-WeComCardImage u; New-WeComCardSection 题 "一`n二"; New-WeComCardSection 另)
        Test-JsonEqual $written '[{ "title": "题", "desc": "一\n二" }, { "title": "另" }]' | Should -BeTrue -Because $written
    }

    It 'accepts title and text by name' {
        New-WeComCardSection -Description b -Title a | Should -Be (New-WeComCardSection a b)
    }

    It 'does not bind without -Title or with an empty one' {
        (Get-BindingError 'New-WeComCardSection -Description b').Exception.Message | Should -BeLike '*mandatory*: Title.'
        { New-WeComCardSection '' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage "*'Title'*"
    }
}
