@{
    Severity     = 'Error', 'Warning'
    ExcludeRules = @(
        # PowerShell 7 runs the tests, and needs no mark
        'PSUseBOMForUnicodeEncodedFile'
        # It does not see that Pester's blocks share variables, nor what a block that runs elsewhere brings along
        'PSUseDeclaredVarsMoreThanAssignments'
        'PSReviewUnusedParameter'
        'PSUseUsingScopeModifierInNewRunspaces'
        # Helpers of tests need no -WhatIf, and theirs are no secrets
        'PSUseShouldProcessForStateChangingFunctions'
        'PSShouldProcess'
        'PSAvoidUsingConvertToSecureStringWithPlainText'
        'PSAvoidUsingPlainTextForPassword'
        'PSAvoidUsingUsernameAndPasswordParams'
        'PSUsePSCredentialType'
        # @(…) -ne $null is meant: what of a list is not null
        'PSPossibleIncorrectComparisonWithNull'
        # $sender is automatic in event handlers only, and there are none
        'PSAvoidAssignmentToAutomaticVariable'
        'PSUseSingularNouns'
        # What a watched command does to the host and to global variables is what is tested
        'PSAvoidUsingWriteHost'
        'PSAvoidGlobalVars'
        # A double of Start-Sleep notes the pauses in place of waiting
        'PSAvoidOverwritingBuiltInCmdlets'
        # It looks for an alias behind each word of Pester's, which takes longer than all other rules together
        'PSAvoidUsingCmdletAliases'
    )
}
