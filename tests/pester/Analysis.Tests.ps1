# The project's scripts, by PSScriptAnalyzer; what is excluded, and why, is in PSScriptAnalyzerSettings.psd1.
Describe 'The scripts' -Skip:(-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
    It 'of <Name> are clean' -ForEach @(
        @{ Name = 'the project'; Settings = '.'; Paths = 'build.ps1', 'WeComRobot.psd1', 'build', 'docs', '.github' }
        @{ Name = 'the tests'; Settings = 'tests'; Paths = 'tests' }
    ) {
        $root = Split-Path (Split-Path $PSScriptRoot)
        $settings = Join-Path $root $Settings PSScriptAnalyzerSettings.psd1

        $Paths | ForEach-Object { Join-Path $root $_ } | Invoke-ScriptAnalyzer -Recurse -Settings $settings |
            ForEach-Object { "$($_.ScriptPath):$($_.Line) $($_.RuleName)" } | Should -BeNullOrEmpty
    }
}
