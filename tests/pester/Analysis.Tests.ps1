# Runs PSScriptAnalyzer on the project's scripts. PSScriptAnalyzerSettings.psd1 lists the excluded rules, with reasons.
Describe 'The scripts' -Skip:(-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
    It 'of <Name> have no findings' -ForEach @(
        @{ Name = 'the project'; Settings = '.'; Paths = 'build.ps1', 'WeComRobot.psd1', 'build', 'docs', '.github' }
        @{ Name = 'the tests'; Settings = 'tests'; Paths = 'tests' }
    ) {
        $root = Split-Path (Split-Path $PSScriptRoot)
        $settings = Join-Path $root $Settings PSScriptAnalyzerSettings.psd1

        $Paths | ForEach-Object { Join-Path $root $_ } | Invoke-ScriptAnalyzer -Recurse -Settings $settings |
            Where-Object ScriptPath -NotMatch '[\\/](bin|obj)[\\/]' |    # scripts of packages, which a build copies there
            ForEach-Object { "$($_.ScriptPath):$($_.Line) $($_.RuleName)" } | Should -BeNullOrEmpty
    }
}
