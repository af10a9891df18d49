Describe 'A card through ConvertTo-WeComJson and Send-WeComMessage' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
        $cards = 10000
        # A robot takes 20 messages a minute, so there are enough robots that none has to wait
        $perRobot = 20
        $simulator = Start-Simulator -Key (0..($cards / $perRobot) | ForEach-Object { [guid]::NewGuid().ToString() })

        $random = [Random]::new(20250604)
        [string[]] $words = '磁盘', 'web01', '🚨', '"quoted"', 'back\slash', "two`nlines", '<b>', '👩‍💻', 'é', ' ', '|', '`', '$x', '100%'

        # A text of spaces alone would count as empty
        function Get-Text { do { $text = -join $random.GetItems($words, $random.Next(1, 6)) } until ($text.Trim()); $text }
        function Get-Url { "https://example.com/$($random.Next())?q=报告" }
        function Test-Coin { $random.Next(2) -eq 1 }

        # The target of a click: none, a URL, or a mini program
        function Get-Jump([switch] $Always) {
            switch ($random.Next([int][bool] $Always, 3)) {
                0 { @{} }
                1 { @{ Url = Get-Url } }
                2 { @{ AppId = "wx$($random.Next())"; PagePath = Get-Text } }
            }
        }

        function New-RandomField {
            $opens = switch ($random.Next(4)) { 0 { @{} } 1 { @{ Url = Get-Url } } 2 { @{ Media = "M$($random.Next())" } } 3 { @{ UserId = Get-Text } } }
            New-WeComCardField (Get-Text) (Get-Text) @opens
        }

        function New-RandomCard {
            $jump = Get-Jump -Always
            $elements = @(
                New-WeComCardAction @jump
                if (Test-Coin) { New-WeComCardSource (Get-Text) -IconUrl (Get-Url) -Color $random.Next(4) }
                if (Test-Coin) { $jump = Get-Jump; New-WeComCardQuote (Get-Text) -Title (Get-Text) @jump }
                for ($i = $random.Next(7); $i -gt 0; $i--) { New-RandomField }
                for ($i = $random.Next(4); $i -gt 0; $i--) { $jump = Get-Jump; New-WeComCardLink (Get-Text) @jump }
                if ($isNews = Test-Coin) {
                    New-WeComCardImage (Get-Url) ($random.Next(130, 226) / 100)
                    if (Test-Coin) { $jump = Get-Jump; New-WeComCardImageText (Get-Url) -Title (Get-Text) @jump }
                    for ($i = $random.Next(5); $i -gt 0; $i--) { New-WeComCardSection (Get-Text) (Get-Text) }
                }
                elseif (Test-Coin) { New-WeComCardEmphasis (Get-Text) (Get-Text) }
            )
            $more = if ($isNews -or (Test-Coin)) { @{} } else { @{ SubTitle = Get-Text } }
            $elements | New-WeComCard -Title (Get-Text) -Description (Get-Text) @more
        }
    }

    AfterAll { Stop-Simulator $simulator }

    It 'is posted byte for byte as shown, for 10,000 random cards' {
        $shown = while ($simulator.Fresh.Count -gt 0) {
            $robot = Get-Webhook $simulator
            $texts = 1..$perRobot | ForEach-Object { New-RandomCard | ConvertTo-WeComJson -WarningAction Ignore }
            $texts | Send-WeComMessage -Robot $robot -WarningAction Ignore
            $texts
        }

        $received = (Get-Received $simulator).body
        $received.Count | Should -Be $cards
        [System.Collections.Generic.HashSet[string]]::new([string[]] $shown).Count | Should -BeGreaterThan 9900
        [string]::Join("`n", $received) | Should -BeExactly ([string]::Join("`n", $shown))
    }
}
