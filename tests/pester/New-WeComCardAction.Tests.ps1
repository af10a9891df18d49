Describe 'New-WeComCardAction' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
    }

    It 'opens a URL' {
        $action = New-WeComCardAction https://example.com
        $action.Type, $action.Url, $action.AppId | Should -Be 1, https://example.com, $null
    }

    It 'opens a mini program where no URL is given' {
        $action = New-WeComCardAction -AppId wx1 -PagePath pages/index
        $action.Type, $action.Url, $action.AppId, $action.PagePath | Should -Be 2, $null, wx1, pages/index
    }

    It 'lets the URL win' {
        (New-WeComCardAction https://example.com -AppId wx1).Type | Should -Be 1
    }

    It 'does not take a page without its program' {
        { New-WeComCardAction -PagePath pages/index -AppId '' } | Should -Throw
    }
}
