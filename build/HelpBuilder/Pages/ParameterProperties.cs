using System.Collections.Generic;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>The properties of a parameter, under the names of PlatyPS' schema.</summary>
public sealed class ParameterProperties
{
    /// <summary>The full name of its .NET type.</summary>
    public string Type { get; set; } = "";

    public string DefaultValue { get; set; } = "";

    public bool SupportsWildcards { get; set; }

    public List<string> Aliases { get; set; } = [];

    public List<ParameterSetProperties> ParameterSets { get; set; } = [];

    public bool DontShow { get; set; }

    public List<string> AcceptedValues { get; set; } = [];

    public string HelpMessage { get; set; } = "";
}

/// <summary>What a parameter is in one parameter set.</summary>
public sealed class ParameterSetProperties
{
    /// <summary>The name of the set; "(All)" for a parameter that is the same in each.</summary>
    public string Name { get; set; } = "";

    /// <summary>A number from 0, or "Named".</summary>
    public string Position { get; set; } = "";

    public bool IsRequired { get; set; }

    public bool ValueFromPipeline { get; set; }

    public bool ValueFromPipelineByPropertyName { get; set; }

    public bool ValueFromRemainingArguments { get; set; }
}
