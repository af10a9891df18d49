using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Reference;
using WeComRobot.Robots;

namespace WeComRobot.Commands;

/// <summary>
/// Explains an errcode, an errmsg or an error of this module: meaning, usual cause, remedy, and where it is documented.
/// (service.md#error-codes)
/// </summary>
[Cmdlet(VerbsCommon.Get, "WeComErrorInfo", DefaultParameterSetName = CodeSet)]
[OutputType(typeof(ErrorInfo))]
public sealed class GetWeComErrorInfoCommand : WeComCommand
{
    private const string CodeSet = "Code";
    private const string MessageSet = "Message";
    private const string ErrorRecordSet = "ErrorRecord";

    /// <summary>Errcodes. A code with two meanings gives both. Without any parameter or input, all known codes are listed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = CodeSet)]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    public int[]? Code { get; set; }

    /// <summary>
    /// Texts from a log: an errmsg with or without what follows it, the service's whole answer, or an error id such as WeComNotSent.
    /// The errcodes in the text count, each once; else the code in the errmsg's link, the longest known errmsg, or an error id.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = MessageSet)]
    [AllowEmptyString]
    public string[] Message { get; set; } = [];

    /// <summary>Errors of this module's cmdlets, as $Error and -ErrorVariable hold them. Any other error is reported as foreign.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ErrorRecordSet)]
    [ErrorRecordTransformation]
    public ErrorRecord[] ErrorRecord { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case MessageSet:
                WriteObject(Message.SelectMany(ErrorIds.ExplainText).Select(Masked), enumerateCollection: true);
                break;
            case ErrorRecordSet:
                WriteObject(ErrorRecord.Select(ErrorExplainer.Explain), enumerateCollection: true);
                break;
            case CodeSet when Code is not null:
                WriteObject(Code.SelectMany(ErrorCodes.Find), enumerateCollection: true);
                break;
            // $null, as an empty $Error gives, asks for nothing
            case CodeSet when !MyInvocation.ExpectingInput && !MyInvocation.BoundParameters.ContainsKey(nameof(Code)):
                WriteObject(ErrorCodes.All, enumerateCollection: true);
                break;
        }
    }

    // The answer is masked, not the text: masking that first could remove a code that follows a key
    private static ErrorInfo Masked(ErrorInfo info) => info with { ErrorMessage = [.. info.ErrorMessage.Select(WebhookAddress.Mask)] };
}
