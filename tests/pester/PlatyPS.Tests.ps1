# PlatyPS is the tool of documentation authors: the pages follow its schema, and the help that the build makes of them has the
# same content as PlatyPS's own export. Only letters and digits are compared, as the formatting differs.
BeforeDiscovery {
    $missing = -not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)
    if ($missing) { Write-Warning 'Skipped: needs Microsoft.PowerShell.PlatyPS, which is not here.' }
}

Describe 'According to PlatyPS the help under <_>' -ForEach en-US, zh-CN -Skip:$missing {
    BeforeAll {
        Import-Module Microsoft.PowerShell.PlatyPS
        $root = Split-Path (Split-Path $PSScriptRoot)
        $pages = Get-ChildItem (Join-Path $root "docs/$_") -Filter *-*.md | Sort-Object Name
        $built = $env:WECOM_PACKAGE ? "$env:WECOM_PACKAGE/WeComRobot" : $root

        function Read-Maml([string] $Path) {
            $maml = [xml]::new()
            $maml.Load($Path)
            $maml.DocumentElement.ChildNodes
        }
        $ours = Read-Maml "$built/$_/WeComRobot.dll-Help.xml"
        $exported = $pages | Import-MarkdownCommandHelp | Export-MamlCommandHelp -OutputFolder "$TestDrive/$_"
        $theirs = Read-Maml $exported.FullName

        # Link targets and the languages of code blocks are Markdown syntax, not content
        function Get-Word([string] $Text) { $Text -replace '(?<=\]\()(?!https?:)[^)]*|(?m)^\s*```\w*' -replace '[^\p{L}\p{N}]' }

        function Get-Text($Parent, [string] $Name) {
            Get-Word ($Parent.ChildNodes.Where({ $_.LocalName -eq $Name }).ForEach({ $_.GetElementsByTagName('para', '*') }).InnerText -join "`n")
        }

        function Get-ParameterFact($Parameter) {
            $attributes = 'required', 'position', 'pipelineInput', 'globbing', 'aliases' | ForEach-Object { "$_=$($Parameter.$_)" }
            $accepted = $Parameter.parameterValueGroup.parameterValue.InnerText
            "$($Parameter.name) [$($Parameter.type.name)] $attributes {$accepted}: $(Get-Text $Parameter description)"
        }

        # These depend on the parameter set; PlatyPS counts positions there, and the page states them
        function Get-SyntaxFact($Item) {
            foreach ($parameter in $Item.parameter) {
                $type = $parameter.ChildNodes | Where-Object LocalName -EQ parameterValue
                "$($parameter.name) $($type.InnerText) required=$($parameter.required) named=$($parameter.position -eq 'named')"
            }
        }

        # PlatyPS has the code among the texts, as the page does
        function Get-ExampleFact($Example) {
            $Example.title
            'code', 'para' | ForEach-Object { $Example.GetElementsByTagName($_, '*').InnerText -split '\n' } |
                ForEach-Object { Get-Word $_ } | Where-Object { $_ } | Sort-Object
        }
    }

    It 'is built from pages that follow its schema' {
        $pages | Should -HaveCount $ours.Count
        $pages | Test-MarkdownCommandHelp -DetailView | Where-Object IsValid -NE $true | Should -BeNullOrEmpty
    }

    It 'has the same cmdlets as the pages, and their <Name>' -ForEach @(
        @{ Name = 'synopsis'; Fact = { "$($_.details.name) $($_.details.verb) $($_.details.noun) $(Get-Text $_.details description)" } }
        @{ Name = 'description'; Fact = { Get-Text $_ description } }
        @{ Name = 'syntax'; Fact = { $_.syntax.syntaxItem | ForEach-Object { $_.name; Get-SyntaxFact $_ | Sort-Object } } }
        @{ Name = 'parameters'; Fact = { $_.parameters.parameter | ForEach-Object { Get-ParameterFact $_ } } }
        @{ Name = 'input and output'; Fact = { @($_.inputTypes.inputType) + $_.returnValues.returnValue | ForEach-Object { $_.type.name; Get-Text $_ description } } }
        @{ Name = 'notes'; Fact = { Get-Text $_ alertSet } }
        @{ Name = 'examples'; Fact = { $_.examples.example | ForEach-Object { Get-ExampleFact $_ } } }
        @{ Name = 'links'; Fact = { $_.relatedLinks.navigationLink | Where-Object linkText -NE 'Online Version' | ForEach-Object { "$($_.linkText) $($_.uri -like 'http*' ? $_.uri : '')" } } }
    ) {
        $expected, $actual = ($theirs, $ours).ForEach({ , @($_ | ForEach-Object $Fact) })

        $actual.Count | Should -BeGreaterOrEqual $pages.Count
        Compare-Object $expected $actual -SyncWindow 0 | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" } | Should -BeNullOrEmpty
    }
}
