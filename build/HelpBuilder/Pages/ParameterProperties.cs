using System.Collections.Generic;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>The properties of a parameter, named as in PlatyPS's schema.</summary>
public sealed class ParameterProperties
{
    /// <summary>The full name of the parameter's .NET type.</summary>
    public string Type { get; set; } = "";

    public string DefaultValue { get; set; } = "";

    public bool SupportsWildcards { get; set; }

    public List<string> Aliases { get; set; } = [];

    public List<ParameterSetProperties> ParameterSets { get; set; } = [];

    public bool DontShow { get; set; }

    public List<string> AcceptedValues { get; set; } = [];

    public string HelpMessage { get; set; } = "";
}

/// <summary>The properties of a parameter in one parameter set.</summary>
public sealed class ParameterSetProperties
{
    /// <summary>The name of the set; "(All)" for a parameter that is the same in all sets.</summary>
    public string Name { get; set; } = "";

    /// <summary>A position from 0, or "Named".</summary>
    public string Position { get; set; } = "";

    public bool IsRequired { get; set; }

    public bool ValueFromPipeline { get; set; }

    public bool ValueFromPipelineByPropertyName { get; set; }

    public bool ValueFromRemainingArguments { get; set; }
}
