# Every rule of the two parameter tables (service.md#template-cards), each with a minimal violation and a card that just fits.
Describe 'The rules of template cards' {
    BeforeDiscovery {
        # Broken and Fits are card elements for New-WeComCard, or payload fields if no cmdlet can break the rule
        $clickable = foreach ($element in @(
                @{ Field = 'quote_area'; Cmdlet = 'New-WeComCardQuote'; Own = @{}; In = { $args[0] }; Text = $true; News = $true }
                @{ Field = 'jump_list'; At = '[0]'; Cmdlet = 'New-WeComCardLink'; Own = @{ title = 't' }; In = { , @($args) }; Text = $true; News = $true }
                @{ Field = 'image_text_area'; Cmdlet = 'New-WeComCardImageText'; Own = @{ image_url = 'u' }; In = { $args[0] }; News = $true }
            )) {
            $path = "$($element.Field)$($element.At)"
            foreach ($rule in @(
                    @{ Rule = 'type is at least 0'; Broken = @{ type = -1 }; Fits = @{ type = 0 }; At = '.type' }
                    @{ Rule = 'type is at most 2'; Broken = @{ type = 3; appid = 'a' }; Fits = @{ type = 2; appid = 'a' }; At = '.type' }
                    @{ Rule = 'url is required with type 1'; At = '.url'; Parameter = '-Url'
                        Broken = @{ type = 1 }; Fits = @{ type = 1; url = 'u' }
                    }
                    @{ Rule = 'appid is required with type 2'; At = '.appid'; Parameter = '-AppId'
                        Broken = @{ type = 2; pagepath = 'p' }; Fits = @{ type = 2; appid = 'a' }
                    }
                )) {
                @{
                    Rule   = "$($element.Field): $($rule.Rule)"; Text = $element.Text; News = $element.News; Path = $path + $rule.At
                    Broken = @{ $element.Field = & $element.In ($element.Own + $rule.Broken) }
                    Fits   = @{ $element.Field = & $element.In ($element.Own + $rule.Fits) }
                    Names  = "$($element.Cmdlet) $($rule.Parameter)"
                }
            }
        }
        $url = @{ type = 1; url = 'u' }
        $own = @(
            @{ Rule = 'card_type is required'; Path = 'card_type'; Names = 'New-WeComCard -Image'
                Broken = @{ card_type = $null }; Fits = @{}
            }
            @{ Rule = 'card_type is one of two'; Path = 'card_type'; Names = 'New-WeComCard -Image'
                Broken = @{ card_type = 'Text_notice' }; Fits = @{}
            }
            @{ Rule = 'main_title is required'; Path = 'main_title'; Names = 'New-WeComCard -Title'
                Broken = @{ main_title = $null }; Fits = @{}
            }
            @{ Rule = 'desc_color is at least 0'; Path = 'source.desc_color'; Names = 'New-WeComCardSource -Color'
                Broken = @{ source = @{ desc_color = -1 } }; Fits = @{ source = @{ desc_color = 0 } }
            }
            @{ Rule = 'desc_color is at most 3'; Path = 'source.desc_color'; Names = 'New-WeComCardSource -Color'
                Broken = @{ source = @{ desc_color = 4 } }; Fits = @{ source = @{ desc_color = 3 } }
            }
            @{ Rule = 'at most 6 rows'; Path = 'horizontal_content_list'; Names = 'New-WeComCard -Field'
                Broken = { @(New-WeComCardField n) * 7 }; Fits = { @(New-WeComCardField n) * 6 }
            }
            @{ Rule = 'at most 3 links'; Path = 'jump_list'; Names = 'New-WeComCard -Link'
                Broken = { @(New-WeComCardLink t) * 4 }; Fits = { @(New-WeComCardLink t) * 3 }
            }
            @{ Rule = 'a link needs a title'; Path = 'jump_list[0].title'; Names = 'New-WeComCardLink -Title'
                Broken = @{ jump_list = @(@{ type = 0 }) }; Fits = @{ jump_list = @() }
            }
            @{ Rule = 'card_action is required'; Path = 'card_action'; Names = 'New-WeComCard -Action'
                Broken = @{ card_action = $null }; Fits = @{}
            }
            @{ Rule = 'card_action.type is required'; Path = 'card_action.type'; Names = 'New-WeComCardAction -'
                Broken = @{ card_action = @{ url = 'u' } }; Fits = @{ card_action = $url }
            }
            @{ Rule = 'card_action.type is at least 1'; Path = 'card_action.type'; Names = 'New-WeComCardAction -'
                Broken = @{ card_action = @{ type = 0; url = 'u' } }; Fits = @{ card_action = $url }
            }
            @{ Rule = 'card_action.type is at most 2'; Path = 'card_action.type'; Names = 'New-WeComCardAction -'
                Broken = @{ card_action = @{ type = 3; appid = 'a' } }; Fits = @{ card_action = @{ type = 2; appid = 'a' } }
            }
            @{ Rule = 'card_action.url is required with type 1'; Path = 'card_action.url'; Names = 'New-WeComCardAction -Url'
                Broken = @{ card_action = @{ type = 1; appid = 'a' } }; Fits = @{ card_action = $url }
            }
            @{ Rule = 'card_action.appid is required with type 2'; Path = 'card_action.appid'; Names = 'New-WeComCardAction -AppId'
                Broken = @{ card_action = @{ type = 2; url = 'u' } }; Fits = @{ card_action = @{ type = 2; appid = 'a' } }
            }
            foreach ($row in @(
                    @{ Rule = 'a row needs a name'; At = 'keyname'; Parameter = '-Name'
                        Broken = @{ value = 'v' }; Fits = @{ keyname = 'n' }
                    }
                    @{ Rule = 'a row''s type is at most 3'; At = 'type'; Parameter = '-'
                        Broken = @{ keyname = 'n'; type = 4 }; Fits = @{ keyname = 'n'; type = 3; userid = 'u' }
                    }
                    @{ Rule = 'a row''s type is not negative'; At = 'type'; Parameter = '-'
                        Broken = @{ keyname = 'n'; type = -1 }; Fits = @{ keyname = 'n'; type = 1; url = 'u' }
                    }
                    @{ Rule = 'a row of type 1 needs a URL'; At = 'url'; Parameter = '-Url'
                        Broken = @{ keyname = 'n'; type = 1 }; Fits = @{ keyname = 'n'; type = 1; url = 'u' }
                    }
                    @{ Rule = 'a row of type 2 needs a file'; At = 'media_id'; Parameter = '-Media'
                        Broken = @{ keyname = 'n'; type = 2; value = 'a.txt' }; Fits = @{ keyname = 'n'; type = 2; media_id = 'm'; value = 'a.txt' }
                    }
                    @{ Rule = 'a row of type 3 needs a member'; At = 'userid'; Parameter = '-UserId'
                        Broken = @{ keyname = 'n'; type = 3 }; Fits = @{ keyname = 'n'; type = 3; userid = 'u' }
                    }
                )) {
                @{
                    Rule = $row.Rule; Path = "horizontal_content_list[0].$($row.At)"; Names = "New-WeComCardField $($row.Parameter)"
                    Broken = @{ horizontal_content_list = @($row.Broken) }; Fits = @{ horizontal_content_list = @($row.Fits) }
                }
            }
        ) | ForEach-Object { $_ + @{ Text = $true; News = $true } }
        $text = @(
            @{ Rule = 'a title or a sub title is required'; Path = 'main_title.title'; Names = 'New-WeComCard -Title'
                Broken = @{ main_title = @{ desc = 'd' } }; Fits = @{ main_title = @{ desc = 'd' }; sub_title_text = 's' }
            }
            @{ Rule = 'there is no picture'; Path = 'card_image'; Names = 'New-WeComCard -Image'
                Broken = @{ card_image = @{ url = 'u' } }; Fits = @{}
            }
            @{ Rule = 'there is no image text'; Path = 'image_text_area'; Names = 'New-WeComCard -ImageText'
                Broken = @{ image_text_area = @{ image_url = 'u' } }; Fits = @{}
            }
            @{ Rule = 'there are no sections'; Path = 'vertical_content_list'; Names = 'New-WeComCard -Section'
                Broken = { New-WeComCardSection t }; Fits = {}
            }
        ) | ForEach-Object { $_ + @{ Text = $true } }
        $news = @(
            @{ Rule = 'a title is required'; Path = 'main_title.title'; Names = 'New-WeComCard -Title'
                Broken = @{ main_title = @{ desc = 'd' } }; Fits = @{}
            }
            @{ Rule = 'card_image is required'; Path = 'card_image'; Names = 'New-WeComCard -Image'
                Broken = @{ card_image = $null }; Fits = @{}
            }
            @{ Rule = 'card_image.url is required'; Path = 'card_image.url'; Names = 'New-WeComCardImage -Url'
                Broken = @{ card_image = @{ aspect_ratio = 1.3 } }; Fits = @{}
            }
            @{ Rule = 'aspect_ratio is at least 1.3'; Path = 'card_image.aspect_ratio'; Names = 'New-WeComCardImage -AspectRatio'
                Broken = @{ card_image = @{ url = 'u'; aspect_ratio = 1.29 } }; Fits = @{ card_image = @{ url = 'u'; aspect_ratio = 1.3 } }
            }
            @{ Rule = 'aspect_ratio is at most 2.25'; Path = 'card_image.aspect_ratio'; Names = 'New-WeComCardImage -AspectRatio'
                Broken = @{ card_image = @{ url = 'u'; aspect_ratio = 2.26 } }; Fits = @{ card_image = @{ url = 'u'; aspect_ratio = 2.25 } }
            }
            @{ Rule = 'image_text_area.image_url is required'; Path = 'image_text_area.image_url'; Names = 'New-WeComCardImageText -ImageUrl'
                Broken = @{ image_text_area = @{ title = 't' } }; Fits = @{ image_text_area = @{ image_url = 'u' } }
            }
            @{ Rule = 'at most 4 sections'; Path = 'vertical_content_list'; Names = 'New-WeComCard -Section'
                Broken = { @(New-WeComCardSection t) * 5 }; Fits = { @(New-WeComCardSection t) * 4 }
            }
            @{ Rule = 'a section needs a title'; Path = 'vertical_content_list[0].title'; Names = 'New-WeComCardSection -Title'
                Broken = @{ vertical_content_list = @(@{ desc = 'd' }) }; Fits = @{ vertical_content_list = @() }
            }
            @{ Rule = 'there is no key figure'; Path = 'emphasis_content'; Names = 'New-WeComCard -Emphasis'
                Broken = { New-WeComCardEmphasis 9 }; Fits = {}
            }
            @{ Rule = 'there is no sub title'; Path = 'sub_title_text'; Names = 'New-WeComCard -SubTitle'
                Broken = @{ sub_title_text = 's' }; Fits = @{}
            }
        ) | ForEach-Object { $_ + @{ News = $true } }
        $rules = foreach ($rule in @($own) + $clickable + $text + $news) {
            if ($rule.Text) { $rule + @{ Type = 'text_notice' } }
            if ($rule.News) { $rule + @{ Type = 'news_notice' } }
        }
    }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
        $simulator = Start-Simulator -Key (1..120 | ForEach-Object { [guid]::NewGuid().ToString() })

        # Changes the minimal card of a type, by a script block of card elements or by fields of the payload
        function Get-Card([string] $Type, $Change) {
            $isNews = $Type -eq 'news_notice'
            if ($Change -is [scriptblock]) {
                return @(New-WeComCardAction u; if ($isNews) { New-WeComCardImage u }; & $Change) | New-WeComCard t
            }

            $card = @{ card_type = $Type; main_title = @{ title = 't' }; card_action = @{ type = 1; url = 'u' } }
            if ($isNews) { $card.card_image = @{ url = 'u' } }
            foreach ($name in $Change.Keys) { if ($null -eq $Change.$name) { $card.Remove($name) } else { $card.$name = $Change.$name } }
            @{ msgtype = 'template_card'; template_card = $card }
        }
    }

    AfterAll { Stop-Simulator $simulator }

    It '<Type>: <Rule>' -ForEach $rules {
        $robot = Get-Webhook $simulator
        Clear-Simulator $simulator
        $failure = Get-Failure { Get-Card $Type $Broken | Send-WeComMessage -Robot $robot }
        $sentBroken = @(Get-Received $simulator).Count
        Get-Card $Type $Fits | Send-WeComMessage -Robot $robot

        @($failure).Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        "$failure" | Should -BeLike "*: template_card.$($Path -replace '[[\]]', '?') *"
        "$failure" | Should -BeLike "*: $Names*"
        $failure.Exception.Errors.Count | Should -Be 1 -Because $failure
        $sentBroken | Should -Be 0
        (Get-Received $simulator).Payload.template_card.card_type | Should -BeExactly $Type
    }

    It 'require the card itself' {
        $failure = Get-Failure { @{ msgtype = 'template_card' } | Send-WeComMessage -Robot (Get-Webhook $simulator) }

        "$failure" | Should -BeLike '*template_card is required*'
    }

    It 'are all named in the error when a card breaks several' {
        "$(Get-Failure { New-WeComCard -Action @{ Type = 2 } -Field (@(New-WeComCardField n) * 7) })" | Should -BeLike (
            '*main_title.title*horizontal_content_list*card_action.appid*New-WeComCard -Title, New-WeComCard -Field, New-WeComCardAction -AppId*')
    }
}
