Describe 'New-WeComCardSource' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
    }

    It 'writes name and icon, each of which is optional' {
        $written = Get-CardJson source (New-WeComCardAction u), (New-WeComCardSource 监控 -IconUrl https://e.com/a.png)
        Test-JsonEqual $written '{ "desc": "监控", "icon_url": "https://e.com/a.png" }' | Should -BeTrue -Because $written
        Get-CardJson source (New-WeComCardAction u), (New-WeComCardSource -IconUrl i) | Should -BeExactly '{"icon_url":"i"}'
    }

    It 'writes the color <Color> as <Number>' -ForEach @(
        @{ Color = 'Gray'; Number = 0 }, @{ Color = 'Black'; Number = 1 }, @{ Color = 'Red'; Number = 2 }, @{ Color = 'Green'; Number = 3 }
        @{ Color = 'red'; Number = 2 }, @{ Color = 3; Number = 3 }
    ) {
        Get-CardJson source (New-WeComCardAction u), (New-WeComCardSource -Color $Color) | Should -BeExactly "{`"desc_color`":$Number}"
    }

    It 'does not bind the color <_>, and names the valid ones' -ForEach 'Blue', 4, -1 {
        { New-WeComCardSource x -Color $_ } |
            Should -Throw -ErrorId 'CannotConvertArgument*,WeComRobot.Commands.NewWeComCardSourceCommand' -ExpectedMessage "*'Color'*Gray*Black*Red*Green*"
    }

    It 'completes the colors: -Color <Typed>' -ForEach @(
        @{ Typed = ''; Offers = 'Black', 'Gray', 'Green', 'Red' }, @{ Typed = 'g'; Offers = 'Gray', 'Green' }
    ) {
        Get-Completion "New-WeComCardSource -Color $Typed" | Sort-Object | Should -Be $Offers
    }
}
