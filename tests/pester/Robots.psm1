# Helpers of the files about registered robots: a folder for the test's own robots, processes that run one after the
# other, a vault, and a proxy.

Import-Module $PSScriptRoot/Engine.psm1

# Whether the tests can persist robots. Only Linux takes the user's folder from the environment; elsewhere it is the user's
# own, so the tests write there only in CI.
function Test-DataFolder { $IsLinux -or $env:CI -eq 'true' }

# Sets the folder for what the module persists, until it has been read; the tests must not touch the user's own
# folder.
function Use-DataFolder([string] $Name = 'data') {
    $env:XDG_DATA_HOME = Join-Path (Get-PSDrive TestDrive).Root $Name
    if ($IsLinux) { return Join-Path $env:XDG_DATA_HOME WeComRobot }
    $folder = Join-Path ([Environment]::GetFolderPath('LocalApplicationData')) WeComRobot
    if (Test-DataFolder) { Remove-Item $folder -Recurse -Force -ErrorAction Ignore }
    $folder
}

# The permissions of a file, in chmod's notation.
function Get-Mode([string[]] $Path) { $Path | ForEach-Object { [Convert]::ToString([int] (Get-Item $_).UnixFileMode, 8) } }

# What a script writes in a process of its own with the module; errors and warnings as objects with their properties.
function Invoke-Process([scriptblock] $Script, [object[]] $Argument) {
    $program, $first = Get-EngineCommand
    & $program @first -NoProfile -NonInteractive -OutputFormat Xml -Command {
        param($module, $text, $arguments)
        $ProgressPreference = 'Ignore'
        Import-Module $module
        Import-WeComRobot
        & ([scriptblock]::Create($text)) @arguments *>&1 | ForEach-Object {
            switch ($_) {
                { $_ -is [System.Management.Automation.ErrorRecord] } {
                    [pscustomobject]@{ Stream = 'error'; Id = $_.FullyQualifiedErrorId -replace ',.*'; Message = $_.Exception.Message }
                }
                { $_ -is [System.Management.Automation.WarningRecord] } { [pscustomobject]@{ Stream = 'warning'; Message = $_.Message } }
                default { $_ }
            }
        }
    } -args "$PSScriptRoot/Simulator.psm1", "$Script", $Argument
}

# A pipeline of its own that can be stopped and whose streams can be read meanwhile, as a user's.
function New-Pipeline([string] $Script, $Argument) {
    [powershell]::Create().AddScript("param(`$module, `$it) Import-Module `$module; Import-WeComRobot; $Script").
        AddArgument("$PSScriptRoot/Simulator.psm1").AddArgument($Argument)
}

# The limit only ends a wait that would never end: on a busy machine a process starts slowly.
function Wait-For([scriptblock] $Condition) {
    [System.Threading.SpinWait]::SpinUntil([Func[bool]] $Condition, 120000)
}

# The host and fingerprint that are shown in place of a webhook.
function Get-Address([string] $Webhook) {
    $hash = [System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($Webhook.Split('=')[1]))
    "$(([uri] $Webhook).Authority) (key #$([Convert]::ToHexString($hash).Substring(0, 8).ToLowerInvariant()))"
}

# A proxy for plain HTTP that records the head of each request. It requires <Credential> if one is given, answers
# with <Answer> if one is given, and forwards to <Target>, whatever the requested host, or else to that host.
function Start-Proxy([string] $Credential, [string] $Answer, [uri] $Target) {
    $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $proxy = @{
        Uri      = "http://$($listener.LocalEndpoint)"
        Head     = [System.Collections.Concurrent.ConcurrentQueue[string]]::new()
        Listener = $listener
        Expected = $Credential ? 'Basic ' + [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($Credential)) : $null
        Answer   = $Answer
        Target   = $Target
        Shell    = [powershell]::Create()
    }
    $null = $proxy.Shell.AddScript({
            param($proxy)
            while ($true) {
                # Throws when the listener is stopped
                $client = $proxy.Listener.AcceptTcpClient()
                try {
                    $stream = $client.GetStream()
                    $head = [System.Text.StringBuilder]::new()
                    while (-not $head.ToString().EndsWith("`r`n`r`n")) {
                        if (($byte = $stream.ReadByte()) -lt 0) { break }
                        $null = $head.Append([char] $byte)
                    }
                    $request, [string[]] $headers = "$head".TrimEnd() -split "`r`n"
                    if (-not $request) { continue }
                    $length = [int] (($headers -match '^Content-Length:') -replace '.*:')[0]
                    $body = [byte[]]::new($length)
                    if ($length) { $stream.ReadExactly($body, 0, $length) }
                    $proxy.Head.Enqueue("$head")

                    $answer = if ($proxy.Expected -and $headers -notcontains "Proxy-Authorization: $($proxy.Expected)") {
                        "407 Proxy Authentication Required`r`nProxy-Authenticate: Basic realm=`"test`""
                    }
                    else { $proxy.Answer }
                    if ($answer) {
                        $stream.Write([System.Text.Encoding]::ASCII.GetBytes("HTTP/1.1 $answer`r`nContent-Length: 0`r`nConnection: close`r`n`r`n"))
                        continue
                    }

                    $method, $uri, $version = $request -split ' '
                    $target = $proxy.Target ?? [uri] $uri
                    $onward = @("$method $(([uri] $uri).PathAndQuery) $version", 'Connection: close') + ($headers -notmatch '^(Proxy-|Connection:)')
                    $server = [System.Net.Sockets.TcpClient]::new($target.Host, $target.Port)
                    $server.GetStream().Write([System.Text.Encoding]::ASCII.GetBytes(($onward -join "`r`n") + "`r`n`r`n"))
                    $server.GetStream().Write($body)
                    $server.GetStream().CopyTo($stream)
                    $server.Dispose()
                }
                catch [System.IO.IOException] { $null = 'The client has gone' }
                finally { $client.Dispose() }
            }
        }).AddArgument($proxy).BeginInvoke()
    [pscustomobject] $proxy
}

function Stop-Proxy($Proxy) {
    $Proxy.Listener.Stop()
    $Proxy.Shell.Stop()
    $Proxy.Shell.Dispose()
}

# A credential as -ProxyCredential takes it.
function New-Credential([string] $User, [string] $Password) {
    [pscredential]::new($User, (ConvertTo-SecureString $Password -AsPlainText -Force))
}

# An endpoint with a closed port that nobody else can take meanwhile.
function New-ClosedPort {
    $socket = [System.Net.Sockets.Socket]::new('InterNetwork', 'Stream', 'Tcp')
    $socket.Bind([System.Net.IPEndPoint]::new([ipaddress]::Loopback, 0))
    $socket
}

# Writes a vault extension, a module whose vault is a folder of CliXml files and which records each read.
function New-VaultModule([string] $Folder) {
    $module = Join-Path $Folder FolderVault
    $extension = Join-Path $module FolderVault.Extension
    $null = New-Item $extension -ItemType Directory -Force
    $functions = 'Get-Secret', 'Get-SecretInfo', 'Set-Secret', 'Remove-Secret', 'Test-SecretVault'
    New-ModuleManifest $module/FolderVault.psd1 -ModuleVersion 1.0 -NestedModules ./FolderVault.Extension -FunctionsToExport @()
    New-ModuleManifest $extension/FolderVault.Extension.psd1 -ModuleVersion 1.0 -RootModule FolderVault.Extension.psm1 -FunctionsToExport $functions
    Set-Content $extension/FolderVault.Extension.psm1 {
        function Get-Secret([string] $Name, [string] $VaultName, [hashtable] $AdditionalParameters) {
            Add-Content (Join-Path $AdditionalParameters.Folder reads.log) $Name
            $file = Join-Path $AdditionalParameters.Folder "$Name.xml"
            if (Test-Path (Join-Path $AdditionalParameters.Folder locked)) { throw 'The vault is locked: unlock it first.' }
            if (Test-Path $file) { , (Import-Clixml $file) }
        }

        function Get-SecretInfo([string] $Filter, [string] $VaultName, [hashtable] $AdditionalParameters) {
            foreach ($file in Get-ChildItem $AdditionalParameters.Folder -Filter *.xml | Where-Object BaseName -Like $Filter) {
                [Microsoft.PowerShell.SecretManagement.SecretInformation]::new($file.BaseName, 'String', $VaultName)
            }
        }

        # The test writes and removes the files itself
        function Set-Secret([string] $Name, [object] $Secret, [string] $VaultName, [hashtable] $AdditionalParameters) { }
        function Remove-Secret([string] $Name, [string] $VaultName, [hashtable] $AdditionalParameters) { }
        function Test-SecretVault([string] $VaultName, [hashtable] $AdditionalParameters) { $true }
    }
    Join-Path $module FolderVault.psd1
}

Export-ModuleMember -Function Test-DataFolder, Use-DataFolder, Get-Mode, Invoke-Process, New-Pipeline, Wait-For, Get-Address, Start-Proxy,
    Stop-Proxy, New-Credential, New-ClosedPort, New-VaultModule
