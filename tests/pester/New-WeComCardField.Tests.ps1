Describe 'New-WeComCardField' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
    }

    It 'writes <Name>' -ForEach @(
        @{ Name = 'a plain row'; Arguments = @{}; Json = '{ "keyname": "k", "value": "v" }' }
        @{ Name = 'a URL'; Arguments = @{ Url = 'https://e.com' }; Json = '{ "keyname": "k", "value": "v", "type": 1, "url": "https://e.com" }' }
        @{ Name = 'a file'; Arguments = @{ Media = 'M1' }; Json = '{ "keyname": "k", "value": "v", "type": 2, "media_id": "M1" }' }
        @{ Name = 'a member'; Arguments = @{ UserId = 'lisi' }; Json = '{ "keyname": "k", "value": "v", "type": 3, "userid": "lisi" }' }
    ) {
        $written = Get-CardJson horizontal_content_list (New-WeComCardAction u), (New-WeComCardField k v @Arguments)
        Test-JsonEqual $written "[$Json]" | Should -BeTrue -Because $written
    }

    It 'needs no value' {
        Get-CardJson horizontal_content_list (New-WeComCardAction u), (New-WeComCardField k) | Should -BeExactly '[{"keyname":"k"}]'
    }

    It 'shows an upload by its file name, unless -Value gives another' {
        $media = [WeComRobot.Media.UploadedMedia] @{ MediaId = 'M1'; Name = '日志.txt' }

        (New-WeComCardField k -Media $media).Value, (New-WeComCardField k other.txt -Media $media).Value | Should -Be 日志.txt, other.txt
        (New-WeComCardField k -Media $media).MediaId | Should -BeExactly M1
    }

    It 'does not bind <_> together' -ForEach '-Url u -UserId lisi', '-Url u -Media M1', '-Media M1 -UserId lisi' {
        [scriptblock]::Create("New-WeComCardField k v $_") |
            Should -Throw -ErrorId 'AmbiguousParameterSet,WeComRobot.Commands.NewWeComCardFieldCommand'
    }

    It 'does not bind an empty <_>' -ForEach '-Name', '-Name k -Url', '-Name k -Media', '-Name k -UserId' {
        [scriptblock]::Create("New-WeComCardField $_ ''") |
            Should -Throw -ErrorId '*Argument*,WeComRobot.Commands.NewWeComCardFieldCommand' -ExpectedMessage "*'$($_ -replace '.*-')'*"
    }

    It 'does not bind without -Name' {
        (Get-BindingError 'New-WeComCardField -Value v').Exception.Message | Should -BeLike '*mandatory*: Name.'
    }
}
