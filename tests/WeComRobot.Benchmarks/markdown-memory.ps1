# Converts 100,000 objects to Markdown, and prints the peak growth of the live heap and the number of bytes written.
param([Parameter(Mandatory)] [string] $Module)

Import-Module $Module
$state = @{ Texts = 0; Written = 0L; First = 0L; Peak = 0L }
1..100000 | ForEach-Object { [pscustomobject]@{ Id = $_; Name = "主机$_|🚨"; Labels = @{ app = 'api' }; Ports = 80, 443; Started = [datetime]::UtcNow } } |
    ConvertTo-WeComMarkdown -Title 清单 | ForEach-Object {
        $state.Written += [System.Text.Encoding]::UTF8.GetByteCount($_)
        if (++$state.Texts % 200 -eq 0) {
            $live = [GC]::GetTotalMemory($true)
            # By the first measurement, after 200 of about 1,900 texts, PowerShell has compiled everything
            if (-not $state.First) { $state.First = $live }
            $state.Peak = [Math]::Max($state.Peak, $live)
        }
    }
"$($state.Peak - $state.First) $($state.Written)"
