# Makes two modules that do nothing, to see what an import costs in any case: Bare.dll, a binary module without a manifest, and
# Empty.psd1, whose manifest has the exports and the format file that people expect of a module.
param([Parameter(Mandatory)] [string] $Folder)

$ErrorActionPreference = 'Stop'
Add-Type 'public class Bare { }' -OutputAssembly (Join-Path $Folder Bare.dll)
Add-Type -OutputAssembly (Join-Path $Folder Empty.dll) @'
using System.Management.Automation;

[Cmdlet("Get", "Nothing")]
public class GetNothingCommand : PSCmdlet { }

public class Nothing { public string Name { get; set; } }
'@

Set-Content (Join-Path $Folder Empty.format.ps1xml) @'
<Configuration>
  <ViewDefinitions>
    <View>
      <Name>Nothing</Name>
      <ViewSelectedBy><TypeName>Nothing</TypeName></ViewSelectedBy>
      <ListControl>
        <ListEntries><ListEntry><ListItems><ListItem><PropertyName>Name</PropertyName></ListItem></ListItems></ListEntry></ListEntries>
      </ListControl>
    </View>
  </ViewDefinitions>
</Configuration>
'@

Set-Content (Join-Path $Folder Empty.psd1) @'
@{
    RootModule           = 'Empty.dll'
    FormatsToProcess     = 'Empty.format.ps1xml'
    ModuleVersion        = '0.1.0'
    GUID                 = 'd5b3a0c6-6f0f-4d0e-8a53-1c3d0f6b7a11'
    Author               = 'Nobody'
    Description          = 'Nothing'
    CompatiblePSEditions = 'Core', 'Desktop'
    PowerShellVersion    = '5.1'
    CmdletsToExport      = 'Get-Nothing'
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{ PSData = @{ Tags = 'Nothing'; ProjectUri = 'https://example.com' } }
}
'@
