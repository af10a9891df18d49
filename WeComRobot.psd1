@{
    # Core or Desktop: a name costs an import less time than an if does, and so does a list of commas below
    RootModule             = "bin/$PSEdition/WeComRobot.dll"
    # Windows PowerShell reads the views before it loads the root module, and their labels are in this assembly
    RequiredAssemblies     = "bin/$PSEdition/WeComRobot.dll"
    FormatsToProcess       = "bin/$PSEdition/WeComRobot.format.ps1xml"
    ModuleVersion          = '0.1.0'
    GUID                   = '40add40a-39e0-4670-bf25-6843aa4feaad'
    Author                 = 'The WeComRobot maintainers'
    CompanyName            = 'Community'
    Copyright              = '(c) The WeComRobot maintainers. MIT licence.'
    Description            = 'Posts to WeCom (企业微信) groups by message push (消息推送, formerly 群机器人, group robot): every message type, the rate limit kept, a clear reason when the service refuses, and the webhook key never shown.'
    CompatiblePSEditions   = 'Core', 'Desktop'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CmdletsToExport        =
        'Clear-WeComAlert',
        'Clear-WeComOutbox',
        'ConvertTo-WeComJson',
        'ConvertTo-WeComMarkdown',
        'Get-WeComAgent',
        'Get-WeComAlert',
        'Get-WeComApiLimit',
        'Get-WeComErrorInfo',
        'Get-WeComOutbox',
        'Get-WeComRateLimit',
        'Get-WeComRobot',
        'New-WeComArticle',
        'New-WeComCard',
        'New-WeComCardAction',
        'New-WeComCardEmphasis',
        'New-WeComCardField',
        'New-WeComCardImage',
        'New-WeComCardImageText',
        'New-WeComCardLink',
        'New-WeComCardQuote',
        'New-WeComCardSection',
        'New-WeComCardSource',
        'Publish-WeComMedia',
        'Register-WeComRobot',
        'Send-WeComAlert',
        'Send-WeComCard',
        'Send-WeComFile',
        'Send-WeComImage',
        'Send-WeComMarkdown',
        'Send-WeComMessage',
        'Send-WeComNews',
        'Send-WeComOutbox',
        'Send-WeComText',
        'Send-WeComVoice',
        'Set-WeComRateLimit',
        'Unregister-WeComRobot',
        'Watch-WeComCommand'
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags         = 'WeCom', '企业微信', '消息推送', '群机器人', 'WeChatWork', 'webhook', 'robot', 'bot', 'notification', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS'
            ProjectUri   = 'https://github.com/wecomrobot/WeComRobot'
            LicenseUri   = 'https://github.com/wecomrobot/WeComRobot/blob/main/LICENSE'
            ReleaseNotes = 'https://github.com/wecomrobot/WeComRobot/blob/main/CHANGELOG.md'
        }
    }
}
