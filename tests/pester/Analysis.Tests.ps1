# The project's scripts, by PSScriptAnalyzer; what is excluded, and why, is in PSScriptAnalyzerSettings.psd1.
Describe 'The scripts' -Skip:(-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
    BeforeDiscovery {
        $root = Split-Path (Split-Path $PSScriptRoot)
        $paths = 'build.ps1', 'WeComRobot.psd1', 'build', 'docs', '.github', 'tests' | ForEach-Object { @{ Path = Join-Path $root $_; Name = $_ } }
    }

    It 'of <Name> are clean' -ForEach $paths {
        $own = Join-Path $Path PSScriptAnalyzerSettings.psd1
        $settings = if (Test-Path $own) { $own } else { Join-Path (Split-Path (Split-Path $PSScriptRoot)) PSScriptAnalyzerSettings.psd1 }

        Invoke-ScriptAnalyzer $Path -Recurse -Settings $settings | ForEach-Object { "$($_.ScriptPath):$($_.Line) $($_.RuleName)" } |
            Should -BeNullOrEmpty
    }
}
