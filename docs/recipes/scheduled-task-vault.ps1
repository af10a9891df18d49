#Requires -Version 5.1
#Requires -Modules Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore
# Run once, as the account of the task: keeps the webhook in a SecretStore vault that the account can unlock by itself,
# and registers a robot that refers to it. Run it again for a new webhook.
[CmdletBinding()]
param(
    # The robot's name for Send-WeComText -Robot, and the secret's in the vault
    [string] $Robot = 'ops',

    # Asked for where it is not given
    [securestring] $Webhook,

    # Where the password of the store lies, readable by this account only
    [string] $Folder = (Join-Path ([Environment]::GetFolderPath('LocalApplicationData', 'Create')) 'WeComTask'),

    # The module's name, or the path of WeComRobot.psd1
    [string] $Module = 'WeComRobot'
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
if (-not $Webhook) { $Webhook = Read-Host -AsSecureString 'Webhook of the robot' }

# A password that nobody knows. On Windows, Export-Clixml encrypts it (DPAPI): this account on this machine reads it, no other
$passwordFile = Join-Path $Folder 'store-password.xml'
if (-not (Test-Path -LiteralPath $passwordFile)) {
    $null = New-Item $Folder -ItemType Directory -Force
    $bytes = New-Object byte[] 32
    [System.Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($bytes)
    $password = ConvertTo-SecureString ([Convert]::ToBase64String($bytes)) -AsPlainText -Force

    if ($IsLinux -or $IsMacOS) { chmod 700 $Folder }    # No DPAPI here: this mode is all that protects the password
    $password | Export-Clixml -LiteralPath $passwordFile
    try {
        # Fails where the account's store has another password already
        # In a process of its own: SecretStore locks itself when it notices the change, maybe only after Unlock-SecretStore
        Start-Job {
            Set-SecretStoreConfiguration -Authentication Password -Password $using:password -Interaction None -Confirm:$false
        } | Receive-Job -Wait -AutoRemoveJob
    }
    catch {
        Remove-Item -LiteralPath $passwordFile
        throw
    }
}
Unlock-SecretStore -Password (Import-Clixml -LiteralPath $passwordFile)

if (-not (Get-SecretVault -Name WeCom -ErrorAction Ignore)) {
    Register-SecretVault -Name WeCom -ModuleName Microsoft.PowerShell.SecretStore
}
Set-Secret -Name "wecom-$Robot" -Vault WeCom -SecureStringSecret $Webhook

# Only name and reference are written; the key stays in the vault
Register-WeComRobot -Name $Robot -SecretName "wecom-$Robot" -Vault WeCom -Default -Persist
Get-WeComRobot -Name $Robot
