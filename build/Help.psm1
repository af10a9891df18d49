# Makes what Get-Help reads from the pages of docs/<culture>: MAML for the cmdlets, text files for the topics.

Import-Module $PSScriptRoot/Markdown.psm1

$docs = Join-Path (Split-Path $PSScriptRoot) docs
# macOS names Chinese zh-Hans-CN, from where PowerShell goes on to zh-Hans and never comes to zh-CN
$alias = @{ 'zh-CN' = 'zh-Hans' }

$maml = 'http://schemas.microsoft.com/maml/2004/10'
$dev = 'http://schemas.microsoft.com/maml/dev/2004/10'

# What PlatyPS writes, but for what Get-Help would show as it stands: Markdown, empty links, names of types; it also
# leaves out the default values, and puts the code of examples into their introduction.
function Export-CommandHelp([string] $Pages, [string] $Path) {
    $help = Get-ChildItem $Pages -Filter *-*.md | Sort-Object Name | Import-MarkdownCommandHelp
    $work = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
    try {
        $written = $help | Export-MamlCommandHelp -OutputFolder $work
        $document = [xml]::new()
        $document.Load($written.FullName)
    }
    finally { Remove-Item $work -Recurse -ErrorAction Ignore }

    foreach ($cmdlet in $document.DocumentElement.ChildNodes) {
        $page = $help | Where-Object Title -EQ $cmdlet.details.name
        Edit-Example $cmdlet $page
        Edit-Parameter $cmdlet $page
        Edit-Link $cmdlet
        foreach ($paragraph in @($cmdlet.GetElementsByTagName('para', $maml))) {
            if (-not $paragraph.ParentNode.Name.EndsWith('remarks')) { Edit-Paragraph $paragraph.ParentNode $paragraph }
        }
    }
    Write-Text $Path { param($writer) $document.Save($writer) }
}

function Add-Element([System.Xml.XmlElement] $Parent, [string] $Name, [string] $Namespace, [string] $Text) {
    $prefix = $Parent.GetPrefixOfNamespace($Namespace)
    $element = $Parent.AppendChild($Parent.OwnerDocument.CreateElement($prefix, $Name, $Namespace))
    if ($Text) { $element.InnerText = $Text }
    $element
}

# A paragraph that holds several blocks becomes as many, in plain text.
function Edit-Paragraph([System.Xml.XmlElement] $Parent, [System.Xml.XmlElement] $Paragraph) {
    foreach ($block in ConvertFrom-PageMarkdown $Paragraph.InnerText) {
        $null = $Parent.InsertBefore((Add-Element $Parent para $maml ($block.Lines -join "`n")), $Paragraph)
    }
    $null = $Parent.RemoveChild($Paragraph)
}

# The code first, then what explains it, then its output: the order of PowerShell's own help. A text before the code would
# run into it, for Get-Help ends no line there.
function Edit-Example($Cmdlet, $Page) {
    $examples = @($Cmdlet.examples.example)
    for ($i = 0; $i -lt $examples.Count; $i++) {
        $introduction, $code, $remarks = 'introduction', 'code', 'remarks' | ForEach-Object { $examples[$i].GetElementsByTagName($_, '*')[0] }
        $introduction, $remarks | ForEach-Object { $_.RemoveAll() }
        $blocks = ConvertFrom-PageMarkdown $Page.Examples[$i].Remarks
        $first = $blocks | Where-Object Language -EQ powershell | Select-Object -First 1
        $code.InnerText = $first.Lines -join "`n"
        $blocks | Where-Object { $_ -ne $first } | ForEach-Object { $null = Add-Element $remarks para $maml ($_.Lines -join "`n") }
        # The next example's title would follow without a space
        $null = Add-Element $remarks para $maml
    }
}

# The type as the syntax has it, and the default value of the page.
function Edit-Parameter($Cmdlet, $Page) {
    $types = @{}
    foreach ($parameter in $Cmdlet.syntax.syntaxItem.parameter) { $types[$parameter.name] = $parameter.parameterValue }
    foreach ($parameter in $Cmdlet.parameters.parameter) {
        if ($parameter.parameterValue) { $parameter.parameterValue.InnerText = $types[$parameter.name].InnerText }
        $default = ($Page.Parameters | Where-Object Name -EQ $parameter.name).DefaultValue
        if ($default) { $null = Add-Element $parameter defaultValue $dev $default }
    }
}

# A page's file name leads nowhere from Get-Help.
function Edit-Link($Cmdlet) {
    foreach ($link in @($Cmdlet.relatedLinks.navigationLink)) {
        if ($link.linkText -eq 'Online Version' -and -not $link.uri) { $null = $link.ParentNode.RemoveChild($link) }
        elseif ($link.uri -like '*.md') { $link.uri = '' }
    }
}

# The form of PowerShell's own topics; the fifth line is what a list of topics shows of each.
function Export-Topic([string] $Page, [string] $Path) {
    $label = if ((Split-Path (Split-Path $Page) -Leaf) -eq 'zh-CN') { '主题' } else { 'TOPIC' }
    $text = foreach ($block in ConvertFrom-PageMarkdown (Get-Content $Page -Raw -Encoding utf8) 76) {
        switch ($block) {
            { $_.Level -eq 1 } { $label, "    $($_.Lines)", ''; break }
            { $_.Level -eq 2 } { $_.Lines; break }
            { $_.Level } { "  $($_.Lines)"; break }
            { $_.Kind -eq 'Code' } { $_.Lines -replace '^(?=.)', '        '; ''; break }
            default { $_.Lines -replace '^', '    '; '' }
        }
    }
    Write-Text $Path { param($writer) $writer.Write($text -join "`n") }
}

# UTF-8 with the mark that Windows PowerShell needs, and the same bytes on every system.
function Write-Text([string] $Path, [scriptblock] $Write) {
    $writer = [System.IO.StreamWriter]::new($Path, $false, [System.Text.UTF8Encoding]::new($true))
    $writer.NewLine = "`n"
    try { & $Write $writer } finally { $writer.Dispose() }
}

function Assert-HelpTool {
    if (-not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)) {
        throw 'The help is made by Microsoft.PowerShell.PlatyPS, which is not here: Install-PSResource Microsoft.PowerShell.PlatyPS'
    }
}

# Writes the help of each culture of docs/ into a folder of its name under <OutputPath>.
function Export-ModuleHelp([string] $OutputPath) {
    Assert-HelpTool
    Import-Module Microsoft.PowerShell.PlatyPS
    foreach ($pages in Get-ChildItem $docs -Directory -Filter ??-??) {
        $target = (New-Item (Join-Path $OutputPath $pages.Name) -ItemType Directory -Force).FullName
        Export-CommandHelp $pages.FullName (Join-Path $target WeComRobot.dll-Help.xml)
        foreach ($page in Get-ChildItem $pages -Filter about_*.md) {
            Export-Topic $page.FullName (Join-Path $target "$($page.BaseName).help.txt")
        }
        if ($alias[$pages.Name]) {
            $copy = New-Item (Join-Path $OutputPath $alias[$pages.Name]) -ItemType Directory -Force
            Copy-Item (Join-Path $target *) $copy
        }
    }
}

Export-ModuleMember -Function Assert-HelpTool, Export-ModuleHelp
