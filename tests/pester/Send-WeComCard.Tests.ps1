Describe 'Send-WeComCard' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $action = New-WeComCardAction https://example.com
        $image = @{ Url = 'https://example.com/a.png' }
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    It 'sends each card from the pipeline as a message, with a receipt' {
        $cards = 'one', 'two' | ForEach-Object { New-WeComCard $_ -Action $action }
        $receipts = $cards | Send-WeComCard -Robot $robot -PassThru

        $receipts.MessageType | Should -Be template_card, template_card
        (Get-Received $simulator).Payload.template_card.main_title.title | Should -Be one, two
    }

    It 'sends <Most> of -<Parameter> and rejects one more' -ForEach @(
        @{ Parameter = 'Field'; Most = 6; Item = @{ n = 'v' }; Json = 'horizontal_content_list'; Others = @{} }
        @{ Parameter = 'Link'; Most = 3; Item = @{ Title = 't' }; Json = 'jump_list'; Others = @{} }
        @{ Parameter = 'Section'; Most = 4; Item = @{ Title = 't' }; Json = 'vertical_content_list'; Others = @{ Image = @{ Url = 'u' } } }
    ) {
        $fits = @{ $Parameter = @($Item) * $Most }
        $tooMany = @{ $Parameter = @($Item) * ($Most + 1) }
        New-WeComCard hi -Action $action @Others @fits | Send-WeComCard -Robot $robot
        $failure = Get-Failure { New-WeComCard hi -Action $action @Others @tooMany | Send-WeComCard -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        $failure.Exception.Message | Should -BeLike "*template_card.$Json has $($Most + 1) entries*0 to $Most*"
        (Get-Received $simulator).Payload.template_card.$Json.Count | Should -Be $Most
    }

    It 'sends aspect ratios 1.3 and 2.25 and rejects <_>' -ForEach 1.29, 2.26 {
        1.3, 2.25 | ForEach-Object { New-WeComCard hi -Action $action -Image ($image + @{ AspectRatio = $_ }) } |
            Send-WeComCard -Robot $robot
        $failure = Get-Failure {
            New-WeComCard hi -Action $action -Image ($image + @{ AspectRatio = $_ }) | Send-WeComCard -Robot $robot
        }

        $failure.Exception.Message | Should -BeLike "*card_image.aspect_ratio is $_; it must be from 1.3 to 2.25*"
        (Get-Received $simulator).Payload.template_card.card_image.aspect_ratio | Should -Be 1.3, 2.25
    }

    It 'rejects a card with <What>, and names the field' -ForEach @(
        @{ What = 'neither title nor sub title'; Card = @{}; Field = 'main_title.title' }
        @{ What = 'a picture but no title'; Card = @{ Image = @{ Url = 'u' } }; Field = 'main_title.title' }
        @{ What = 'an image text but no picture'; Card = @{ Title = 't'; ImageText = @{ ImageUrl = 'u' } }; Field = 'card_image' }
        @{ What = 'a key figure beside a picture'; Card = @{ Title = 't'; Image = @{ Url = 'u' }; Emphasis = @{ Title = '9' } }; Field = 'emphasis_content' }
        @{ What = 'a link to no URL'; Card = @{ Title = 't'; Link = @{ Title = 'n'; Type = 1 } }; Field = 'jump_list?0?.url' }
        @{ What = 'a quote of an unknown type'; Card = @{ Title = 't'; Quote = @{ Type = 3 } }; Field = 'quote_area.type' }
    ) {
        $failure = Get-Failure { New-WeComCard @Card -Action $action | Send-WeComCard -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        $failure.Exception.Message | Should -BeLike "*template_card.$Field*"
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'sends a title longer than recommended, with a warning' {
        New-WeComCard ('题' * 27) -Action $action | Send-WeComCard -Robot $robot -WarningVariable warning -WarningAction SilentlyContinue

        $warning | Should -BeLike '*main_title.title has 27*26*'
        (Get-Received $simulator).Payload.template_card.main_title.title.Length | Should -Be 27
    }
}
